import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../../house/connection.ts";
import { Node } from "../../../house/node.ts";
import { CalendarDate } from "../../../platform/graphql/scalars.ts";
import { relationKinds, type RelationKind } from "../entities.ts";
import { programmeActions, type ProgrammeAction } from "../policy.ts";

registerEnumType(relationKinds, {
  name: "ProgrammeRelationKind",
  description: "What an organisation does for a programme.",
  valuesConfig: {
    FUNDS: { description: "Pays for it." },
    HOSTS: { description: "Runs it or gives it a home." },
    PARTNERS: { description: "Works on it with the others." },
  },
});
registerEnumType(programmeActions, {
  name: "ProgrammeAction",
  description: "What one may do with a programme.",
  valuesConfig: {
    EDIT: { description: "Change it, its waves, and who funds, hosts and partners it." },
    PLACE_GROUPS: { description: "Say which groups belong to it." },
    SEE_FIGURES: { description: "Compare its waves by numbers." },
  },
});

@ObjectType({
  implements: Node,
  description: "What groups of a network are run for: an offer or scheme, in one wave or several.",
})
export class Programme extends Node {
  networkId!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, { nullable: true, description: "What it is for." })
  description!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day." })
  endsOn!: string | null;
  @Field(() => Int, { description: "Rises with each change: give it as expectedVersion." })
  version!: number;
  @Field(() => [programmeActions], { description: "What the viewer may do with it." })
  viewerCan!: ProgrammeAction[];
}
export const ProgrammeConnection = connectionType("Programme", () => Programme);

@ObjectType({ implements: Node, description: "One run of a programme, such as a pilot or a year." })
export class Wave extends Node {
  programmeId!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => CalendarDate, { nullable: true, description: "Its first day." })
  startsOn!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day." })
  endsOn!: string | null;
}

@ObjectType({
  implements: Node,
  description: "That an organisation funds, hosts or partners a programme, for some days or still.",
})
export class ProgrammeRelation extends Node {
  programmeId!: string;
  organisationId!: string;
  @Field(() => relationKinds, { description: "What the organisation does for it." })
  kind!: RelationKind;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "Its first day; null: from the beginning.",
  })
  from!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The day after its last; null: it lasts.",
  })
  until!: string | null;
}

@ObjectType({
  description:
    "What can be counted of groups at a day. People are counted once, in how many of the groups they ever are.",
})
export class ProgrammeFigures {
  @Field(() => Int, { description: "Groups." })
  groupCount!: number;
  @Field(() => Int, { description: "Countries that the groups are in." })
  countryCount!: number;
  @Field(() => Int, { nullable: true, description: "Seats for members; null: some have no limit." })
  seatCount!: number | null;
  @Field(() => Int, { description: "People who are members on that day." })
  memberCount!: number;
  @Field(() => Int, { description: "People who coordinate on that day." })
  coordinatorCount!: number;
  @Field(() => Int, { description: "People who were members until that day, or are." })
  everMemberCount!: number;
  @Field(() => Int, { description: "Of those, who are members no more." })
  goneCount!: number;
}
