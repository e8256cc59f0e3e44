import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActionAnswer } from "../../house/actions.ts";
import { connectionType } from "../../house/connection.ts";
import { Node } from "../../house/node.ts";
import { Payload } from "../../house/refusal.ts";
import { CountryCode, Cursor, DateTime, Locale } from "../../platform/graphql/scalars.ts";
import { networkRoles } from "./entities.ts";
import { networkActions, type NetworkAction } from "./policy.ts";
import { groupVisibilities, type GroupVisibility } from "./visibility.ts";

export const roles = {
  MEMBER: "MEMBER",
  COORDINATOR: "COORDINATOR",
  MANAGER: "MANAGER",
  MODERATOR: "MODERATOR",
} as const;
export type Role = keyof typeof roles;
registerEnumType(roles, {
  name: "Role",
  description: "What somebody is in a group or network.",
  valuesConfig: {
    MEMBER: { description: "Takes part." },
    COORDINATOR: {
      description: "Leads a group: starts and steers its talk, invites, and removes members.",
    },
    MANAGER: {
      description: "Sets the group or network up and decides who is what; takes no seat.",
    },
    MODERATOR: { description: "Keeps order; takes no seat." },
  },
});
registerEnumType(networkRoles, {
  name: "NetworkRole",
  description: "What somebody is in a network. Leading a group is a role in that group.",
  valuesConfig: {
    MEMBER: { description: "Takes part." },
    MANAGER: { description: "Sets the network and its groups up, and decides who is what." },
    MODERATOR: { description: "Keeps order." },
  },
});
registerEnumType(groupVisibilities, {
  name: "GroupVisibility",
  description:
    "Who may know of a group, and how one comes into it. What is inside is for its members at every level.",
  valuesConfig: {
    OPEN: { description: "Everybody in the network sees it and may join at once." },
    RESTRICTED: {
      description: "Everybody in the network sees it and may apply; its coordinators decide.",
    },
    PRIVATE: { description: "Everybody in the network sees it; one joins by invitation only." },
    CONFIDENTIAL: {
      description: "Only its members, and those who administer it, know that it is there.",
    },
  },
});
registerEnumType(networkActions, {
  name: "NetworkAction",
  description: "What one may do with a network.",
  valuesConfig: {
    CREATE_GROUP: { description: "Make a group in it." },
    EDIT: { description: "Change its name, look, places and rules." },
    KEEP_REGISTER: { description: "Keep its register of organisations." },
    RUN_PROGRAMMES: { description: "Make programmes in it, and change them." },
    SEE_BOARD: { description: "See the board of its groups." },
    LEAVE: { description: "Leave it, with all its groups." },
  },
});

@ObjectType({ implements: Node, description: "A community with members and groups of its own." })
export class Network extends Node {
  @Field(() => String, {
    description: "Its name in addresses: lower-case letters, digits and hyphens.",
  })
  slug!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, { nullable: true, description: "What it is for." })
  description!: string | null;
  @Field(() => Cursor, { description: "Where networkUpdates stands: follow it from here." })
  liveCursor!: string;
  @Field(() => roles, { nullable: true, description: "What the viewer is in it." })
  viewerRole!: Role | null;
  @Field(() => [networkActions], { description: "What the viewer may do with it." })
  viewerCan!: NetworkAction[];
  @Field(() => [ActionAnswer], {
    description: "Every NetworkAction with whether the viewer may do it, and why.",
  })
  viewerActions!: ActionAnswer[];
  @Field(() => Int, { description: "People in it, whatever their role." })
  memberCount!: number;
  /** The colour that its look is made of. */
  accent!: string | null;
  @Field(() => Int, {
    description: "Rises when somebody edits it: give it as expectedVersion.",
  })
  version!: number;
  @Field(() => String, {
    nullable: true,
    description: "What stands in its mark; null for the first letter of its name.",
  })
  markLetters!: string | null;
  @Field(() => [Locale], { description: "The languages that it works in." })
  languages!: string[];
  @Field(() => [CountryCode], { description: "The countries that it works in." })
  worksIn!: string[];
  @Field(() => Int, {
    nullable: true,
    description: "Seats for members of a new cohort that names none; null for the usual 20.",
  })
  memberSeats!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Seats for coordinators of a new cohort that names none; null for the usual 3.",
  })
  coordinatorSeats!: number | null;
  @Field(() => groupVisibilities, {
    nullable: true,
    description:
      "Visibility of new groups that name none, other than communities; null for the usual PRIVATE.",
  })
  groupVisibility!: GroupVisibility | null;
}
export const NetworkConnection = connectionType("Network", () => Network);

@ObjectType({ implements: Node, description: "A person's place in a group or network." })
export class Membership extends Node {
  personId!: string;
  /** null for the place in a network. */
  groupId!: string | null;
  /** null for the place in a group. */
  networkId: string | null = null;
  @Field(() => roles, { description: "What the person is there." })
  role!: Role;
  @Field(() => DateTime, { description: "When it began." })
  since!: Date;
}
export const MembershipConnection = connectionType("Membership", () => Membership);

@InputType({ description: "A network to make. You become its manager." })
export class CreateNetworkInput {
  @Field(() => String, {
    description:
      "2 to 60 lower-case letters, digits and hyphens, unique in the installation; it never changes.",
  })
  slug!: string;
  @Field(() => String, { description: "1 to 120 characters." })
  name!: string;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  description?: string | null;
}

@ObjectType({ description: "The answer to createNetwork." })
export class CreateNetworkPayload extends Payload {
  @Field(() => Network, { nullable: true, description: "The new network." })
  network?: Network | null;
}
