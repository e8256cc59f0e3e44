import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Payload } from "../../../house/refusal.ts";
import { CalendarDate, CountryCode, Locale, TimeZone } from "../../../platform/graphql/scalars.ts";
import { clinicalFields, type ClinicalField } from "../fields.ts";
import { careerStages, type CareerStage } from "../profileFields.ts";
import { Person } from "./person.ts";
import { FieldAudienceInput } from "./viewer.ts";

@InputType({ description: "A post as it is to be." })
export class PostInput {
  @Field(() => ID, {
    nullable: true,
    description: "The post that this was; left out for a new one.",
  })
  id?: string | null;
  @Field(() => String, { description: "What you are or were there, 1 to 120 characters." })
  title!: string;
  @Field(() => String, { description: "Where, 1 to 200 characters." })
  employer!: string;
  @Field(() => CalendarDate, { description: "Its first day, today at the latest." })
  startsOn!: string;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "Its last day, today at the latest; left out while it lasts.",
  })
  endsOn?: string | null;
}

@InputType({ description: "What is left out stays as it is; null takes it away." })
export class UpdateProfileInput {
  @Field(() => String, {
    nullable: true,
    description: "The name as you write it, 1 to 200 characters.",
  })
  name?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "How your name is said, at most 200 characters.",
  })
  pronunciation?: string | null;
  @Field(() => String, { nullable: true, description: "At most 200 characters." })
  profession?: string | null;
  @Field(() => clinicalFields, { nullable: true, description: "What you work in." })
  field?: ClinicalField | null;
  @Field(() => careerStages, { nullable: true, description: "How far you are on your way." })
  careerStage?: CareerStage | null;
  @Field(() => CountryCode, { nullable: true, description: "Where you work." })
  country?: string | null;
  @Field(() => TimeZone, { nullable: true, description: "Where your day is." })
  timeZone?: string | null;
  @Field(() => [Locale], {
    nullable: true,
    description: "What you both read and write, at most 20, the preferred first.",
  })
  languages?: string[] | null;
  @Field(() => [Locale], {
    nullable: true,
    description: "All that you read, at most 20, the preferred first.",
  })
  readingLanguages?: string[] | null;
  @Field(() => [Locale], {
    nullable: true,
    description: "All that you write, at most 20, the preferred first.",
  })
  writingLanguages?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: "At most 20, each of at most 60 characters.",
  })
  interests?: string[] | null;
  @Field(() => String, { nullable: true, description: "At most 1,000 characters." })
  canHelpWith?: string | null;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  about?: string | null;
  @Field(() => [PostInput], {
    nullable: true,
    description: "All your posts, at most 30: one that is not among them goes.",
  })
  posts?: PostInput[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "The key of a picture that you uploaded: POST /files/photos.",
  })
  photo?: string | null;
  @Field(() => [FieldAudienceInput], {
    nullable: true,
    description:
      "To whom fields are told; the others stay as they are. Everything is for the network at first.",
  })
  audiences?: FieldAudienceInput[] | null;
}

@ObjectType({ description: "The answer to updateProfile." })
export class UpdateProfilePayload extends Payload {
  @Field(() => Person, { nullable: true, description: "The person as they are now." })
  person?: Person | null;
}
