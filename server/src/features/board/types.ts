import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CountryCode } from "../../platform/graphql/scalars.ts";
import { groupKinds, lifeStates, type GroupKind, type LifeState } from "../groups/public.ts";

/** Why a group asks for its manager's eye. What each of them means stands in loaders.ts. */
export const attentions = {
  NO_COORDINATOR: "NO_COORDINATOR",
  FULL_WITH_LINE: "FULL_WITH_LINE",
  SILENT: "SILENT",
  LONG_FORMING: "LONG_FORMING",
} as const;
export type Attention = keyof typeof attentions;
registerEnumType(attentions, {
  name: "GroupAttention",
  description: "Why a group asks for its manager's eye.",
  valuesConfig: {
    NO_COORDINATOR: { description: "It is forming or active, and nobody coordinates it." },
    FULL_WITH_LINE: { description: "All its seats are taken or held, and people wait." },
    SILENT: { description: "Nothing was said in it for 14 days." },
    LONG_FORMING: { description: "It has been forming for 28 days." },
  },
});

export const boardOrders = {
  NAME: "NAME",
  LATEST_ACTIVITY: "LATEST_ACTIVITY",
  LONGEST_SILENT: "LONGEST_SILENT",
  FREE_SEATS: "FREE_SEATS",
} as const;
export type BoardOrder = keyof typeof boardOrders;
registerEnumType(boardOrders, {
  name: "BoardOrder",
  description: "What a board is ordered by.",
  valuesConfig: {
    NAME: { description: "By name." },
    LATEST_ACTIVITY: { description: "Where something was said last comes first." },
    LONGEST_SILENT: { description: "Where nothing was said for longest comes first." },
    FREE_SEATS: {
      description: "The most free seats first; groups without a limit come last.",
    },
  },
});

@InputType({ description: "Which groups to show: all that is given has to fit." })
export class BoardFilter {
  @Field(() => lifeStates, { nullable: true, description: "In this state of their life." })
  state?: LifeState | null;
  @Field(() => groupKinds, { nullable: true, description: "Of this kind." })
  kind?: GroupKind | null;
  @Field(() => CountryCode, { nullable: true, description: "Of this country." })
  country?: string | null;
  @Field(() => ID, { nullable: true, description: "Of this programme." })
  programmeId?: string | null;
  @Field(() => [attentions], {
    nullable: true,
    description: "Asking for attention for at least one of these reasons.",
  })
  attention?: Attention[] | null;
}

@ObjectType({ description: "All groups of a network in a few numbers." })
export class BoardSummary {
  @Field(() => Int, { description: "Its groups." })
  groupCount!: number;
  @Field(() => Int, { description: "Groups that ask for attention, for whatever reason." })
  attentionCount!: number;
  @Field(() => Int, { description: "Free seats for members, where anybody can still come in." })
  freeSeatCount!: number;
  @Field(() => Int, { description: "People who wait for a seat." })
  waitingCount!: number;
  @Field(() => Int, { description: "Applications that are not decided yet." })
  openApplicationCount!: number;
  @Field(() => [CountryCode], { description: "The countries that its groups are of." })
  countries!: string[];
}
