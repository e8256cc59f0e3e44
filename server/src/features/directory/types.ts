import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../house/refusal.ts";
import { CountryCode, Locale } from "../../platform/graphql/scalars.ts";
import { Network } from "../networks/public.ts";
import { clinicalFields, type ClinicalField } from "../people/public.ts";

@InputType({
  description:
    "Whom to find: all that is given has to fit, and only what people show to the network is looked at.",
})
export class PeopleFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Beginnings of words in name, profession, posts, interests and what people can help with; accents do not matter.",
  })
  query?: string | null;
  @Field(() => clinicalFields, { nullable: true, description: "Works in this field." })
  field?: ClinicalField | null;
  @Field(() => CountryCode, { nullable: true, description: "Works in this country." })
  country?: string | null;
  @Field(() => CountryCode, {
    nullable: true,
    description: "Works in a country that is not this one.",
  })
  otherThanCountry?: string | null;
  @Field(() => Locale, {
    nullable: true,
    description: "Reads or writes this language; en finds en-ZM too.",
  })
  language?: string | null;
  @Field(() => String, { nullable: true, description: "Beginnings of words in interests." })
  interest?: string | null;
  @Field(() => String, { nullable: true, description: "Beginnings of words in the profession." })
  profession?: string | null;
}

@ObjectType({ description: "What a network has in one country." })
export class NetworkCountry {
  @Field(() => CountryCode, { description: "The country." })
  country!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "Members who work there; null where they are fewer than three and not all of them are in the directory.",
  })
  memberCount!: number | null;
  @Field(() => Int, {
    description: "Groups of that country, but for confidential and sealed ones.",
  })
  groupCount!: number;
}

@InputType({ description: "Whether you want to be found." })
export class ListInDirectoryInput {
  @Field(() => ID, { description: "The network." })
  networkId!: string;
  @Field(() => Boolean, { description: "True to be listed, false to be taken out." })
  on!: boolean;
}

@ObjectType({ description: "The answer to listInDirectory." })
export class ListInDirectoryPayload extends Payload {
  @Field(() => Network, { nullable: true, description: "The network as it is now." })
  network?: Network | null;
}
