import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../../house/refusal.ts";
import { CalendarDate, CountryCode, Locale } from "../../../platform/graphql/scalars.ts";
import { groupVisibilities, type GroupVisibility } from "../../networks/public.ts";
import { clinicalFields, type ClinicalField } from "../../people/public.ts";
import {
  facilityLevels,
  groupSettings,
  type FacilityLevel,
  type GroupSetting,
} from "../entities/context.ts";
import { groupKinds, type GroupKind } from "../entities/group.ts";
import { lifeStates, type LifeState } from "../entities/life.ts";
import { Group } from "./group.ts";

/** What a group says of itself beside its name; the same when it is made and when it is changed. */
@InputType()
export abstract class GroupContextInput {
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  description?: string | null;
  @Field(() => CountryCode, { nullable: true, description: "The country that it is of." })
  country?: string | null;
  @Field(() => groupSettings, { nullable: true, description: "In what surroundings it works." })
  setting?: GroupSetting | null;
  @Field(() => facilityLevels, {
    nullable: true,
    description: "At which level of care its members work.",
  })
  facilityLevel?: FacilityLevel | null;
  @Field(() => String, {
    nullable: true,
    description: "What its members have to work with; at most 500 characters.",
  })
  resources?: string | null;
  @Field(() => clinicalFields, {
    nullable: true,
    description: "The field of work that it is about.",
  })
  field?: ClinicalField | null;
  @Field(() => Locale, { nullable: true, description: "The language that it talks in." })
  language?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn?: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "Its last day. A COMMUNITY with one is a circle: it also needs a first day four to eight weeks before, a field, and no country.",
  })
  endsOn?: string | null;
  @Field(() => groupVisibilities, {
    nullable: true,
    description:
      "Who may know of it. When left out of a new group OPEN for a COMMUNITY, PRIVATE for all others.",
  })
  visibility?: GroupVisibility | null;
}

@InputType({ description: "A group to make. You become its manager, which takes no seat." })
export class CreateGroupInput extends GroupContextInput {
  @Field(() => ID, { description: "The network that it is to be in; you must manage it." })
  networkId!: string;
  @Field(() => String, { description: "1 to 120 characters." })
  name!: string;
  @Field(() => groupKinds, {
    description: "What it is for. A network has one coordinators' group from the start.",
  })
  kind!: GroupKind;
  @Field(() => lifeStates, {
    nullable: true,
    description: "FORMING or ACTIVE; ACTIVE when left out.",
  })
  state?: LifeState | null;
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

@InputType({
  description:
    "What is left out stays as it is; null takes it away. Visibility, days and seats are for managers.",
})
export class EditGroupInput extends GroupContextInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => String, { nullable: true, description: "1 to 120 characters." })
  name?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "1 to 100,000, not below the seats that are taken or held; null: no limit.",
  })
  memberCapacity?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "1 to 100, not below the seats that are taken; null: no limit.",
  })
  coordinatorCapacity?: number | null;
}

@ObjectType({ description: "The answer to editGroup." })
export class EditGroupPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}

@InputType({ description: "A group to move to another state of its life." })
export class MoveGroupOnInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => lifeStates, { description: "One of its nextStates." })
  state!: LifeState;
  @Field(() => String, {
    nullable: true,
    description: "Why, for its members; at most 500 characters.",
  })
  reason?: string | null;
}

@ObjectType({ description: "The answer to moveGroupOn." })
export class MoveGroupOnPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}

@InputType({ description: "A group that you coordinate." })
export class OpenCoordinatorsRoomInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
}

@ObjectType({ description: "The answer to openCoordinatorsRoom." })
export class OpenCoordinatorsRoomPayload extends Payload {
  @Field(() => Group, {
    nullable: true,
    description: "The room: a group of kind COORDINATORS whose `roomOf` is yours.",
  })
  room?: Group | null;
}
