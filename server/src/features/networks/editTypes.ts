import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../house/refusal.ts";
import { Colour, CountryCode, Locale } from "../../platform/graphql/scalars.ts";
import { Network } from "./types.ts";
import { groupVisibilities, type GroupVisibility } from "./visibility.ts";

@ObjectType({
  description:
    "The colours of one theme that follow from a network's own. Each text can be read on each ground: 4.5 to 1.",
})
export class Palette {
  @Field(() => Colour, { description: "Of buttons, links and marks." })
  brand!: string;
  @Field(() => Colour, { description: "A quiet ground, for what is chosen." })
  brandSoft!: string;
  @Field(() => Colour, { description: "Of what is written on the brand." })
  onBrand!: string;
}

@ObjectType({ description: "What a network's colour makes of the screens." })
export class NetworkLook {
  @Field(() => Colour, { description: "The colour that was chosen." })
  accent!: string;
  @Field(() => Palette, { description: "On light grounds." })
  light!: Palette;
  @Field(() => Palette, { description: "On dark grounds." })
  dark!: Palette;
}

@InputType({ description: "What is to change. What is left out stays." })
export class EditNetworkInput {
  @Field(() => ID, { description: "The network." })
  networkId!: string;
  @Field(() => String, { nullable: true, description: "1 to 120 characters." })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters; null for none." })
  description?: string | null;
  @Field(() => Colour, {
    nullable: true,
    description: "The colour that its look is made of; null for the house's own look.",
  })
  accent?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "1 to 3 letters for its mark; null for the first letter of its name.",
  })
  markLetters?: string | null;
  @Field(() => [Locale], { nullable: true, description: "At most 30." })
  languages?: string[] | null;
  @Field(() => [CountryCode], { nullable: true, description: "The countries that it works in." })
  worksIn?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: "Seats for members of a new cohort that names none; null for the usual 20.",
  })
  memberSeats?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Seats for coordinators of a new cohort that names none; null for the usual 3.",
  })
  coordinatorSeats?: number | null;
  @Field(() => groupVisibilities, {
    nullable: true,
    description:
      "Visibility of new groups that name none, other than communities; null for the usual PRIVATE.",
  })
  groupVisibility?: GroupVisibility | null;
  @Field(() => Int, {
    nullable: true,
    description: "The version that you saw; another one is refused with VERSION_CONFLICT.",
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: "The answer to editNetwork." })
export class EditNetworkPayload extends Payload {
  @Field(() => Network, { nullable: true, description: "The network as it is now." })
  network?: Network | null;
}
