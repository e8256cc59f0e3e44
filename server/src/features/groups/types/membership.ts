import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Payload } from "../../../house/refusal.ts";
import { Membership, roles, type Role } from "../../networks/public.ts";
import { Person } from "../../people/public.ts";
import { membershipActions } from "../policy.ts";
import { Group } from "./group.ts";

registerEnumType(membershipActions, {
  name: "MembershipAction",
  description: "What one may do with somebody's place in a group or network.",
  valuesConfig: {
    REMOVE: { description: "Remove the person from the group or network." },
    MAKE_MEMBER: { description: "Give the role MEMBER." },
    MAKE_COORDINATOR: { description: "Give the role COORDINATOR." },
    MAKE_MANAGER: { description: "Give the role MANAGER." },
    MAKE_MODERATOR: { description: "Give the role MODERATOR." },
    HAND_ON: { description: "Give them one's own role, and be a member oneself." },
  },
});

@InputType({ description: "A group to join: one that is OPEN in a network of yours." })
export class JoinGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the group's compact that you have read and agree to. When left out, you are asked afterwards.",
  })
  agreesToCompact?: number | null;
}

@ObjectType({ description: "The answer to joinGroup." })
export class JoinGroupPayload extends Payload {
  @Field(() => Membership, {
    nullable: true,
    description: "Your place; the one that you had, if you were in already.",
  })
  membership?: Membership | null;
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}

@InputType({ description: "A group to leave." })
export class LeaveGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => String, {
    nullable: true,
    description: "Why, for the record; at most 500 characters.",
  })
  reason?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Leave even if the group has no coordinator then. Without it that is refused with LAST_COORDINATOR.",
  })
  evenIfLast?: boolean | null;
}

@ObjectType({ description: "The answer to leaveGroup." })
export class LeaveGroupPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group as you see it now." })
  group?: Group | null;
}

@InputType({ description: "What somebody is to be in a group." })
export class ChangeRoleInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => ID, { description: "A member of it." })
  personId!: string;
  @Field(() => roles, { description: "The role to give. MEMBER and COORDINATOR need a free seat." })
  role!: Role;
  @Field(() => String, {
    nullable: true,
    description: "Why, for the record; at most 500 characters.",
  })
  reason?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "By a manager: even if the group has no coordinator then. Else that is refused with LAST_COORDINATOR.",
  })
  evenIfLast?: boolean | null;
}

@ObjectType({ description: "The answer to changeRole." })
export class ChangeRolePayload extends Payload {
  @Field(() => Membership, { nullable: true, description: "The place with its role as it is now." })
  membership?: Membership | null;
}

@InputType({ description: "To whom one's own role in a group goes." })
export class HandOnRoleInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => ID, { description: "A member of it without another role." })
  toPersonId!: string;
  @Field(() => String, {
    nullable: true,
    description: "Why, for the record; at most 500 characters.",
  })
  reason?: string | null;
}

@ObjectType({ description: "The answer to handOnRole." })
export class HandOnRolePayload extends Payload {
  @Field(() => Membership, { nullable: true, description: "The place of who has the role now." })
  membership?: Membership | null;
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}

@InputType({ description: "Who is to be removed from a group." })
export class RemoveMemberInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => ID, { description: "A member of it." })
  personId!: string;
  @Field(() => String, {
    nullable: true,
    description: "Why, for the record; at most 500 characters.",
  })
  reason?: string | null;
}

@ObjectType({ description: "The answer to removeMember." })
export class RemoveMemberPayload extends Payload {
  @Field(() => Person, { nullable: true, description: "Who is no member any more." })
  person?: Person | null;
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}
