import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ActionAnswer } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { Membership } from "../../networks/public.ts";
import { changeRole } from "../commands/changeRole.ts";
import { handOnRole } from "../commands/handOnRole.ts";
import { joinGroup } from "../commands/joinGroup.ts";
import { leaveGroup } from "../commands/leaveGroup.ts";
import { removeMember } from "../commands/removeMember.ts";
import { membershipActions, type MembershipAction } from "../policy.ts";
import { explainMembership, listMembershipActions } from "../queries/members.ts";
import {
  ChangeRoleInput,
  ChangeRolePayload,
  HandOnRoleInput,
  HandOnRolePayload,
  JoinGroupInput,
  JoinGroupPayload,
  LeaveGroupInput,
  LeaveGroupPayload,
  RemoveMemberInput,
  RemoveMemberPayload,
} from "../types/membership.ts";

@Resolver(() => Membership)
export class GroupMembershipResolver {
  @FieldResolver(() => [membershipActions], {
    description: "What the viewer may do with it.",
  })
  viewerCan(@Root() membership: Membership, @Ctx() ctx: Context): Promise<MembershipAction[]> {
    return listMembershipActions(ctx, membership);
  }

  @FieldResolver(() => [ActionAnswer], {
    description:
      "Every MembershipAction that there is for such a place, with whether the viewer may do it, and why.",
  })
  viewerActions(@Root() membership: Membership, @Ctx() ctx: Context): Promise<ActionAnswer[]> {
    return explainMembership(ctx, membership);
  }

  @Mutation(() => JoinGroupPayload, { description: "Joins an open group of a network of yours." })
  joinGroup(
    @Arg("input", () => JoinGroupInput, { description: "Which group." }) input: JoinGroupInput,
    @Ctx() ctx: Context,
  ): Promise<JoinGroupPayload> {
    return answer(JoinGroupPayload, () => joinGroup(ctx, input));
  }

  @Mutation(() => LeaveGroupPayload, {
    description: "Leaves a group: you see nothing new of it from then on.",
  })
  leaveGroup(
    @Arg("input", () => LeaveGroupInput, { description: "Which group." }) input: LeaveGroupInput,
    @Ctx() ctx: Context,
  ): Promise<LeaveGroupPayload> {
    return answer(LeaveGroupPayload, async () => ({ group: await leaveGroup(ctx, input) }));
  }

  @Mutation(() => ChangeRolePayload, {
    description:
      "Gives a member another role. Managers give every role; coordinators make members coordinators.",
  })
  changeRole(
    @Arg("input", () => ChangeRoleInput, { description: "Who is to be what." })
    input: ChangeRoleInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeRolePayload> {
    return answer(ChangeRolePayload, async () => ({ membership: await changeRole(ctx, input) }));
  }

  @Mutation(() => HandOnRolePayload, {
    description:
      "Gives your own role in a group to a member, and makes you a member: in one step, so that nobody is missing.",
  })
  handOnRole(
    @Arg("input", () => HandOnRoleInput, { description: "To whom." }) input: HandOnRoleInput,
    @Ctx() ctx: Context,
  ): Promise<HandOnRolePayload> {
    return answer(HandOnRolePayload, () => handOnRole(ctx, input));
  }

  @Mutation(() => RemoveMemberPayload, {
    description:
      "Removes somebody from a group: they see nothing of it from then on, on open screens too.",
  })
  removeMember(
    @Arg("input", () => RemoveMemberInput, { description: "Who, from where." })
    input: RemoveMemberInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveMemberPayload> {
    return answer(RemoveMemberPayload, () => removeMember(ctx, input));
  }
}
