import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { getPerson, Person } from "../../people/public.ts";
import { acceptInvitation } from "../commands/acceptInvitation.ts";
import { createInvitationLink } from "../commands/createInvitationLink.ts";
import { inviteToGroup } from "../commands/inviteToGroup.ts";
import { renewInvitation } from "../commands/renewInvitation.ts";
import { revokeInvitation } from "../commands/revokeInvitation.ts";
import { findInvitationPreview } from "../queries/invitations.ts";
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  CreateInvitationLinkInput,
  CreateInvitationLinkPayload,
  Invitation,
  InvitationPreview,
  InviteToGroupInput,
  InviteToGroupPayload,
  RenewInvitationInput,
  RenewInvitationPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from "../types/invitation.ts";

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationPreview, {
    nullable: true,
    description:
      "What a token invites to, for whoever holds it; null for a token that was not made here.",
  })
  invitation(
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
    @Ctx() ctx: Context,
  ): Promise<InvitationPreview | null> {
    return findInvitationPreview(ctx, token);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who issued it last." })
  invitedBy(@Root() invitation: Invitation, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, invitation.inviterId);
  }

  @Mutation(() => InviteToGroupPayload, {
    description: "Invites people by mail. For coordinators and managers.",
  })
  inviteToGroup(
    @Arg("input", () => InviteToGroupInput, { description: "Whom, as what." })
    input: InviteToGroupInput,
    @Ctx() ctx: Context,
  ): Promise<InviteToGroupPayload> {
    return answer(InviteToGroupPayload, async () => ({
      invitations: await inviteToGroup(ctx, input),
    }));
  }

  @Mutation(() => CreateInvitationLinkPayload, {
    description: "Makes a link by which several people can join. For coordinators and managers.",
  })
  createInvitationLink(
    @Arg("input", () => CreateInvitationLinkInput, { description: "What it is good for." })
    input: CreateInvitationLinkInput,
    @Ctx() ctx: Context,
  ): Promise<CreateInvitationLinkPayload> {
    return answer(CreateInvitationLinkPayload, async () => ({
      invitation: await createInvitationLink(ctx, input),
    }));
  }

  @Mutation(() => RenewInvitationPayload, {
    description:
      "Gives an invitation a new token and 28 days, and sends its letter again; earlier tokens end.",
  })
  renewInvitation(
    @Arg("input", () => RenewInvitationInput, { description: "Which one." })
    input: RenewInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<RenewInvitationPayload> {
    return answer(RenewInvitationPayload, async () => ({
      invitation: await renewInvitation(ctx, input),
    }));
  }

  @Mutation(() => RevokeInvitationPayload, {
    description: "Takes an invitation back. For coordinators and managers.",
  })
  revokeInvitation(
    @Arg("input", () => RevokeInvitationInput, { description: "Which one." })
    input: RevokeInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<RevokeInvitationPayload> {
    return answer(RevokeInvitationPayload, async () => ({
      invitation: await revokeInvitation(ctx, input),
    }));
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: "Joins the group that a token is for. Sending it again answers the same.",
  })
  acceptInvitation(
    @Arg("input", () => AcceptInvitationInput, { description: "The token." })
    input: AcceptInvitationInput,
    @Ctx() ctx: Context,
  ): Promise<AcceptInvitationPayload> {
    return answer(AcceptInvitationPayload, () => acceptInvitation(ctx, input));
  }
}
