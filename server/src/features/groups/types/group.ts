import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../../house/connection.ts";
import { Node } from "../../../house/node.ts";
import { Payload, UserError } from "../../../house/refusal.ts";
import { CountryCode, Cursor, DateTime } from "../../../platform/graphql/scalars.ts";
import { roles, type Role } from "../../networks/public.ts";
import { groupKinds, type GroupKind } from "../entities/group.ts";
import { groupActions, type GroupAction } from "../policy.ts";

registerEnumType(groupKinds, {
  name: "GroupKind",
  description: "What a group is for.",
  valuesConfig: {
    COHORT: {
      description:
        "People who learn together: 20 members and 3 coordinators unless said otherwise.",
    },
    COMBINED_COHORT: {
      description: "A cohort across organisations or countries, with the same seats.",
    },
    COORDINATORS: {
      description: "Exactly the coordinators of the network's other groups, kept so by itself.",
    },
    COMMUNITY: { description: "Open to everybody in the network." },
    ALUMNI: { description: "People who were in a cohort." },
  },
});
registerEnumType(groupActions, {
  name: "GroupAction",
  description: "What one may do with a group.",
  valuesConfig: {
    READ: { description: "Read what is said in it, and follow it live." },
    SEE_MEMBERS: { description: "See who is in it." },
    INVITE: { description: "Invite people, and see, renew and revoke invitations." },
    EDIT: { description: "Change its name, description and country." },
    START_THREAD: { description: "Start a thread." },
    ANNOUNCE: { description: "Start an announcement." },
    JOIN: { description: "Join without an invitation." },
    LEAVE: { description: "Leave." },
  },
});

@ObjectType({
  implements: Node,
  description:
    "Where people talk. Everybody in its network sees that it exists; what is in it is for its members.",
})
export class Group extends Node {
  networkId!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => groupKinds, { description: "What it is for." })
  kind!: GroupKind;
  @Field(() => String, { nullable: true, description: "What it wants to be." })
  description!: string | null;
  @Field(() => CountryCode, {
    nullable: true,
    description: "The country that it is of, if it is of one.",
  })
  country!: string | null;
  @Field(() => Int, { nullable: true, description: "Seats for the role MEMBER; null: no limit." })
  memberCapacity!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Seats for the role COORDINATOR; null: no limit.",
  })
  coordinatorCapacity!: number | null;
  @Field(() => Int, { description: "People with the role MEMBER: the seats that are taken." })
  memberCount!: number;
  @Field(() => Int, { description: "People with the role COORDINATOR: the seats that are taken." })
  coordinatorCount!: number;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => DateTime, {
    description: "When something was last said in it; at first, when it was made.",
  })
  lastActivityAt!: Date;
  @Field(() => roles, {
    nullable: true,
    description: "What the viewer is in it; null when they are not.",
  })
  viewerRole!: Role | null;
  @Field(() => [groupActions], { description: "What the viewer may do with it." })
  viewerCan!: GroupAction[];
  @Field(() => Cursor, { description: "Where groupUpdates stands: follow it from here." })
  liveCursor!: string;
}
export const GroupConnection = connectionType("Group", () => Group);

@ObjectType({
  implements: UserError,
  description: "All seats of a role are taken. Nothing was changed.",
})
export class GroupFull extends UserError {
  @Field(() => roles, { description: "The role whose seats are taken." })
  role!: Role;
  @Field(() => Int, { description: "How many seats it has." })
  capacity!: number;
}

@InputType({ description: "A group to make. You become its manager, which takes no seat." })
export class CreateGroupInput {
  @Field(() => ID, { description: "The network that it is to be in; you must manage it." })
  networkId!: string;
  @Field(() => String, { description: "1 to 120 characters." })
  name!: string;
  @Field(() => groupKinds, {
    description: "What it is for. A network has one coordinators' group from the start.",
  })
  kind!: GroupKind;
  @Field(() => CountryCode, { nullable: true, description: "The country that it is of." })
  country?: string | null;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  description?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "1 to 100,000; when left out 20 for cohorts, no limit for others.",
  })
  memberCapacity?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "1 to 100; when left out 3 for cohorts, no limit for others.",
  })
  coordinatorCapacity?: number | null;
}

@ObjectType({ description: "The answer to createGroup." })
export class CreateGroupPayload extends Payload {
  @Field(() => Group, {
    nullable: true,
    description: "The new group; with ALREADY_EXISTS the coordinators' group that there is.",
  })
  group?: Group | null;
}

@InputType({ description: "What is left out stays as it is; null takes it away." })
export class EditGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => String, { nullable: true, description: "1 to 120 characters." })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  description?: string | null;
  @Field(() => CountryCode, { nullable: true, description: "The country that it is of." })
  country?: string | null;
}

@ObjectType({ description: "The answer to editGroup." })
export class EditGroupPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}
