import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../../house/connection.ts";
import { Node } from "../../../house/node.ts";
import { Payload } from "../../../house/refusal.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { Membership, roles, type Role } from "../../networks/public.ts";
import { invitationStates, type InvitationState } from "../entities/invitation.ts";
import { Group } from "./group.ts";

registerEnumType(invitationStates, {
  name: "InvitationState",
  description: "Whether an invitation is good.",
  valuesConfig: {
    PENDING: { description: "It can be accepted." },
    ACCEPTED: { description: "It was accepted as often as it may be." },
    REVOKED: { description: "It was taken back." },
    EXPIRED: { description: "It is too old, or was replaced by a newer one." },
  },
});

@ObjectType({
  implements: Node,
  description: "A way into a group, by mail for one person or by a link for several.",
})
export class Invitation extends Node {
  inviterId!: string;
  @Field(() => String, {
    nullable: true,
    description: "The address that it went to; null for a link.",
  })
  email!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "What the inviter calls it: a link, or the person.",
  })
  label!: string | null;
  @Field(() => roles, { description: "What the invited will be." })
  role!: Role;
  @Field(() => invitationStates, { description: "Whether it is good." })
  state!: InvitationState;
  @Field(() => DateTime, { description: "When it was first made." })
  createdAt!: Date;
  @Field(() => DateTime, { description: "Until when it can be accepted." })
  expiresAt!: Date;
  @Field(() => Int, { description: "How often it may be accepted." })
  maxUses!: number;
  @Field(() => Int, { description: "How often it was accepted." })
  useCount!: number;
  @Field(() => String, {
    nullable: true,
    description:
      "What acceptInvitation takes. Only in the answer that makes or renews the invitation; nothing keeps it.",
  })
  token!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The address to open in a browser, where there is a token.",
  })
  url!: string | null;
}
export const InvitationConnection = connectionType("Invitation", () => Invitation);

@ObjectType({ description: "What an invitation is to, for who holds its token, signed in or not." })
export class InvitationPreview {
  groupId!: string;
  @Field(() => String, { description: "The group." })
  groupName!: string;
  @Field(() => String, { description: "The group's network." })
  networkName!: string;
  @Field(() => roles, { description: "What you would be in it." })
  role!: Role;
  @Field(() => invitationStates, { description: "Whether it is good." })
  state!: InvitationState;
  @Field(() => Boolean, { description: "Whether all seats of the role are taken." })
  full!: boolean;
}

@InputType({ description: "People to invite by mail." })
export class InviteToGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => roles, { description: "MEMBER or COORDINATOR." })
  role!: Role;
  @Field(() => [String], {
    description:
      "1 to 100 addresses. Who was invited before is invited again by the same invitation.",
  })
  emails!: string[];
  @Field(() => String, {
    nullable: true,
    description: "A few words of yours for the letter; at most 1,000 characters.",
  })
  note?: string | null;
}

@ObjectType({ description: "The answer to inviteToGroup." })
export class InviteToGroupPayload extends Payload {
  @Field(() => [Invitation], {
    description:
      "One for each address, in their order; who is in the group already has one that is ACCEPTED.",
  })
  invitations: Invitation[] = [];
}

@InputType({ description: "A link by which several people can join." })
export class CreateInvitationLinkInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => roles, { description: "MEMBER or COORDINATOR." })
  role!: Role;
  @Field(() => String, {
    nullable: true,
    description: "Your own name for it; at most 120 characters.",
  })
  label?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "How often it may be accepted, 1 to 1,000; 100 when left out.",
  })
  maxUses?: number | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until when, at most a year ahead; 28 days when left out.",
  })
  expiresAt?: Date | null;
}

@ObjectType({ description: "The answer to createInvitationLink." })
export class CreateInvitationLinkPayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: "The link, with token and url." })
  invitation?: Invitation | null;
}

@InputType({
  description: "An invitation to renew: it gets a new token and 28 days; earlier tokens end.",
})
export class RenewInvitationInput {
  @Field(() => ID, { description: "The invitation." })
  invitationId!: string;
}

@ObjectType({ description: "The answer to renewInvitation." })
export class RenewInvitationPayload extends Payload {
  @Field(() => Invitation, {
    nullable: true,
    description: "The invitation with its new token and url.",
  })
  invitation?: Invitation | null;
}

@InputType({ description: "An invitation to take back." })
export class RevokeInvitationInput {
  @Field(() => ID, { description: "The invitation." })
  invitationId!: string;
  @Field(() => String, {
    nullable: true,
    description: "Why, for the record; at most 500 characters.",
  })
  reason?: string | null;
}

@ObjectType({ description: "The answer to revokeInvitation." })
export class RevokeInvitationPayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: "The invitation as it is now." })
  invitation?: Invitation | null;
}

@InputType({ description: "An invitation to accept." })
export class AcceptInvitationInput {
  @Field(() => String, { description: "The token: the last part of the link." })
  token!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the group's compact that you have read and agree to. When left out, you are asked afterwards.",
  })
  agreesToCompact?: number | null;
}

@ObjectType({ description: "The answer to acceptInvitation." })
export class AcceptInvitationPayload extends Payload {
  @Field(() => Membership, {
    nullable: true,
    description: "Your place; the one that you had, if you were in already.",
  })
  membership?: Membership | null;
  @Field(() => Group, { nullable: true, description: "The group that you are in now." })
  group?: Group | null;
}
