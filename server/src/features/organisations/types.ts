import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../house/connection.ts";
import { Node } from "../../house/node.ts";
import { Payload } from "../../house/refusal.ts";
import { CalendarDate, CountryCode } from "../../platform/graphql/scalars.ts";
import { organisationKinds, type FormerName, type OrganisationKind } from "./entities.ts";
import { organisationActions, type OrganisationAction } from "./policy.ts";

registerEnumType(organisationKinds, {
  name: "OrganisationKind",
  description: "What an organisation is. Accept values that you do not know: more will come.",
  valuesConfig: {
    HOSPITAL: { description: "A hospital." },
    HEALTH_CENTRE: { description: "A clinic, health post or practice." },
    COMMUNITY_SERVICE: { description: "Care at home or in the community." },
    TRUST: { description: "One employer of several hospitals or services." },
    HEALTH_SYSTEM: { description: "Several organisations that plan care for an area together." },
    UNIVERSITY: { description: "A university, school or college." },
    MINISTRY: { description: "A ministry or another public authority." },
    REGULATOR: { description: "Who keeps a professional register." },
    CHARITY: { description: "A charity or another not-for-profit body." },
    FUNDER: { description: "Who gives money above all." },
    OTHER: { description: "None of these." },
  },
});
registerEnumType(organisationActions, {
  name: "OrganisationAction",
  description: "What one may do with an organisation of the register.",
  valuesConfig: {
    CORRECT: { description: "Put right what is wrong or missing." },
    RENAME: { description: "Say that it is called otherwise from a day on." },
    MERGE: { description: "Say that it went into another one." },
    CLOSE: { description: "Say that it is no more." },
    REVIVE: { description: "Take a merger or closing back." },
  },
});

@ObjectType({ description: "A name with the days on which it was in use." })
export class OrganisationName {
  @Field(() => String, { description: "The name." })
  name!: string;
  @Field(() => CalendarDate, { nullable: true, description: "The first day; null: unknown." })
  from!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "The day after; null: still in use." })
  until!: string | null;
}

@ObjectType({
  implements: Node,
  description:
    "An employer, host or funder in a network's register. It keeps its past: what it was called, and what it went into.",
})
export class Organisation extends Node {
  networkId!: string;
  successorId!: string | null;
  /** Its former names, the earliest first. */
  former!: readonly FormerName[];
  @Field(() => String, { description: "Its name now, or its last one." })
  name!: string;
  @Field(() => organisationKinds, { description: "What it is." })
  kind!: OrganisationKind;
  @Field(() => CountryCode, { description: "Where it is." })
  country!: string;
  @Field(() => String, { nullable: true, description: "Its region, district or area." })
  area!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day; null: unknown." })
  validFrom!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The day from which it is no more; null while it lasts.",
  })
  validTo!: string | null;
  @Field(() => Int, { description: "Rises with each change: give it as expectedVersion." })
  version!: number;
  @Field(() => [organisationActions], { description: "What the viewer may do with it." })
  viewerCan!: OrganisationAction[];
}
export const OrganisationConnection = connectionType("Organisation", () => Organisation);

@InputType({ description: "An organisation to enter in a network's register." })
export class RegisterOrganisationInput {
  @Field(() => ID, { description: "The network whose register it is." })
  networkId!: string;
  @Field(() => String, { description: "1 to 200 characters, unique among those of its country." })
  name!: string;
  @Field(() => organisationKinds, { description: "What it is." })
  kind!: OrganisationKind;
  @Field(() => CountryCode, { description: "Where it is." })
  country!: string;
  @Field(() => String, {
    nullable: true,
    description: "Its region or area, at most 200 characters.",
  })
  area?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day, if known." })
  validFrom?: string | null;
}

@InputType({
  description: "What was wrong from the beginning. What is left out stays; null takes it away.",
})
export class CorrectOrganisationInput {
  @Field(() => ID, { description: "The organisation." })
  organisationId!: string;
  @Field(() => String, {
    nullable: true,
    description: "1 to 200 characters. Leaves no former name.",
  })
  name?: string | null;
  @Field(() => organisationKinds, { nullable: true, description: "What it is." })
  kind?: OrganisationKind | null;
  @Field(() => CountryCode, { nullable: true, description: "Where it is." })
  country?: string | null;
  @Field(() => String, { nullable: true, description: "At most 200 characters." })
  area?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  validFrom?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The version that you saw; another one is refused with VERSION_CONFLICT.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "A new name from a day on; the old one stays true for the days before." })
export class RenameOrganisationInput {
  @Field(() => ID, { description: "The organisation." })
  organisationId!: string;
  @Field(() => String, { description: "1 to 200 characters." })
  name!: string;
  @Field(() => CalendarDate, { description: "The first day of the new name, at the latest today." })
  on!: string;
}

@InputType({ description: "Organisations that went into another one, which may be new." })
export class MergeOrganisationsInput {
  @Field(() => [ID], { description: "1 to 50 that are no more from that day on." })
  organisationIds!: string[];
  @Field(() => ID, { description: "The one that carries them on, in the same register." })
  intoId!: string;
  @Field(() => CalendarDate, { description: "The day of the merger, at the latest today." })
  on!: string;
}

@InputType({ description: "An organisation that is no more, and that nothing carries on." })
export class CloseOrganisationInput {
  @Field(() => ID, { description: "The organisation." })
  organisationId!: string;
  @Field(() => CalendarDate, { description: "The first day without it, at the latest today." })
  on!: string;
}

@InputType({ description: "A merger or closing to take back." })
export class ReviveOrganisationInput {
  @Field(() => ID, { description: "The organisation that is there after all." })
  organisationId!: string;
}

@ObjectType()
abstract class OneOrganisation extends Payload {
  @Field(() => Organisation, { nullable: true, description: "The organisation as it is now." })
  organisation?: Organisation | null;
}
@ObjectType({ description: "The answer to registerOrganisation." })
export class RegisterOrganisationPayload extends OneOrganisation {}
@ObjectType({ description: "The answer to correctOrganisation." })
export class CorrectOrganisationPayload extends OneOrganisation {}
@ObjectType({ description: "The answer to renameOrganisation." })
export class RenameOrganisationPayload extends OneOrganisation {}
@ObjectType({ description: "The answer to closeOrganisation." })
export class CloseOrganisationPayload extends OneOrganisation {}
@ObjectType({ description: "The answer to reviveOrganisation." })
export class ReviveOrganisationPayload extends OneOrganisation {}
@ObjectType({ description: "The answer to mergeOrganisations." })
export class MergeOrganisationsPayload extends Payload {
  @Field(() => [Organisation], { nullable: true, description: "Those that are no more." })
  organisations?: Organisation[] | null;
  @Field(() => Organisation, { nullable: true, description: "The one that carries them on." })
  into?: Organisation | null;
}
