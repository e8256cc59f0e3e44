import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../house/connection.ts";
import { Node } from "../../../house/node.ts";
import { UserError } from "../../../house/refusal.ts";
import {
  CalendarDate,
  CountryCode,
  Cursor,
  DateTime,
  Locale,
} from "../../../platform/graphql/scalars.ts";
import {
  groupVisibilities,
  roles,
  type GroupVisibility,
  type Role,
} from "../../networks/public.ts";
import { clinicalFields, type ClinicalField } from "../../people/public.ts";
import {
  facilityLevels,
  groupSettings,
  type FacilityLevel,
  type GroupSetting,
} from "../entities/context.ts";
import "./groupEnums.ts";
import { groupKinds, type GroupKind } from "../entities/group.ts";
import { lifeStates, type LifeState } from "../entities/life.ts";
import { groupActions, type GroupAction, type Standing } from "../policy.ts";

@ObjectType({
  implements: Node,
  description:
    "Where people talk. What is in it is for its members; who else may know of it, its visibility says.",
})
export class Group extends Node {
  networkId!: string;
  /** The group itself, for who may see the room: they coordinate it. */
  roomOf!: string | null;
  standing!: Standing;
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
  @Field(() => Int, {
    description: "Seats for members that are kept for people to whom they were offered.",
  })
  heldCount!: number;
  @Field(() => Int, {
    description:
      "People who wait for a seat. A seat that becomes free is offered to the first of them.",
  })
  waitingCount!: number;
  @Field(() => groupVisibilities, { description: "Who may know of it, and how one comes into it." })
  visibility!: GroupVisibility;
  @Field(() => lifeStates, { description: "Where it stands in its life." })
  state!: LifeState;
  @Field(() => DateTime, { description: "When its state began." })
  stateSince!: Date;
  @Field(() => [lifeStates], {
    description: "The states to which the viewer may move it: what moveGroupOn takes from them.",
  })
  nextStates!: LifeState[];
  @Field(() => groupSettings, { nullable: true, description: "In what surroundings it works." })
  setting!: GroupSetting | null;
  @Field(() => facilityLevels, {
    nullable: true,
    description: "At which level of care its members work.",
  })
  facilityLevel!: FacilityLevel | null;
  @Field(() => String, {
    nullable: true,
    description: "What its members have to work with, in a few words.",
  })
  resources!: string | null;
  @Field(() => clinicalFields, {
    nullable: true,
    description: "The field of work that it is about.",
  })
  field!: ClinicalField | null;
  @Field(() => Locale, { nullable: true, description: "The language that it talks in." })
  language!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "Its last day. A community with one is a circle, which then graduates by itself.",
  })
  endsOn!: string | null;
  @Field(() => Boolean, {
    description:
      "Whether it is a circle: a community of one field, across countries, for four to eight weeks.",
  })
  isCircle!: boolean;
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
