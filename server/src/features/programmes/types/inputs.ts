import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../../house/refusal.ts";
import { CalendarDate } from "../../../platform/graphql/scalars.ts";
import { Group } from "../../groups/public.ts";
import { relationKinds, type RelationKind } from "../entities.ts";
import { Programme, ProgrammeRelation, Wave } from "./programme.ts";

const NAME = "1 to 120 characters.";

@InputType({ description: "A programme to make." })
export class CreateProgrammeInput {
  @Field(() => ID, { description: "The network that it is in." })
  networkId!: string;
  @Field(() => String, { description: NAME })
  name!: string;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  description?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day." })
  endsOn?: string | null;
}

@InputType({ description: "What is left out stays as it is; null takes it away." })
export class EditProgrammeInput {
  @Field(() => ID, { description: "The programme." })
  programmeId!: string;
  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  description?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day." })
  endsOn?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The version that you saw; another one is refused with VERSION_CONFLICT.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "One more run of a programme; at most 50." })
export class AddWaveInput {
  @Field(() => ID, { description: "The programme." })
  programmeId!: string;
  @Field(() => String, { description: NAME })
  name!: string;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day." })
  endsOn?: string | null;
}

@InputType({ description: "What is left out stays as it is; null takes it away." })
export class EditWaveInput {
  @Field(() => ID, { description: "The wave." })
  waveId!: string;
  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day." })
  endsOn?: string | null;
}

@InputType({ description: "A wave without groups, to take away." })
export class RemoveWaveInput {
  @Field(() => ID, { description: "The wave." })
  waveId!: string;
}

@InputType({
  description: "An organisation of the register that funds, hosts or partners a programme.",
})
export class RelateOrganisationInput {
  @Field(() => ID, { description: "The programme." })
  programmeId!: string;
  @Field(() => ID, { description: "The organisation, of the same network." })
  organisationId!: string;
  @Field(() => relationKinds, { description: "What it does for the programme." })
  kind!: RelationKind;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  from?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "The day after its last." })
  until?: string | null;
}

@InputType({ description: "The days of a relation. What is left out stays; null takes it away." })
export class DateRelationInput {
  @Field(() => ID, { description: "The relation." })
  relationId!: string;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  from?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "The day after its last." })
  until?: string | null;
}

@InputType({
  description: "A relation that was entered by mistake. To end one, give it its last day.",
})
export class RemoveRelationInput {
  @Field(() => ID, { description: "The relation." })
  relationId!: string;
}

@InputType({ description: "Where a group belongs." })
export class PlaceGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "The programme; null takes the group out of its own.",
  })
  programmeId?: string | null;
  @Field(() => ID, { nullable: true, description: "A wave of that programme." })
  waveId?: string | null;
}

@ObjectType()
abstract class OneProgramme extends Payload {
  @Field(() => Programme, { nullable: true, description: "The programme as it is now." })
  programme?: Programme | null;
}
@ObjectType({ description: "The answer to createProgramme." })
export class CreateProgrammePayload extends OneProgramme {}
@ObjectType({ description: "The answer to editProgramme." })
export class EditProgrammePayload extends OneProgramme {}
@ObjectType({ description: "The answer to removeWave." })
export class RemoveWavePayload extends OneProgramme {}
@ObjectType({ description: "The answer to removeRelation." })
export class RemoveRelationPayload extends OneProgramme {}

@ObjectType()
abstract class OneWave extends Payload {
  @Field(() => Wave, { nullable: true, description: "The wave as it is now." })
  wave?: Wave | null;
}
@ObjectType({ description: "The answer to addWave." })
export class AddWavePayload extends OneWave {}
@ObjectType({ description: "The answer to editWave." })
export class EditWavePayload extends OneWave {}

@ObjectType()
abstract class OneRelation extends Payload {
  @Field(() => ProgrammeRelation, { nullable: true, description: "The relation as it is now." })
  relation?: ProgrammeRelation | null;
}
@ObjectType({ description: "The answer to relateOrganisation." })
export class RelateOrganisationPayload extends OneRelation {}
@ObjectType({ description: "The answer to dateRelation." })
export class DateRelationPayload extends OneRelation {}

@ObjectType({ description: "The answer to placeGroup." })
export class PlaceGroupPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}
