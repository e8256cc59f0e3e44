import { Field, InputType, ObjectType } from "type-graphql";
import { Node } from "../../house/node.ts";
import { Payload } from "../../house/refusal.ts";
import { Shared } from "../../platform/graphql/sharing/mark.ts";
import { CountryCode, Cursor, Locale, TimeZone } from "../../platform/graphql/scalars.ts";
import type { PersonRow } from "./entities.ts";

@Shared()
@ObjectType({ implements: Node, description: "A person as others in the same networks see them." })
export class Person extends Node {
  @Field(() => String, { description: "The name as the person writes it." })
  name!: string;
  @Field(() => String, { nullable: true, description: "Such as nurse, midwife, manager." })
  profession!: string | null;
  @Field(() => CountryCode, { nullable: true, description: "Where the person works." })
  country!: string | null;
  @Field(() => TimeZone, { nullable: true, description: "Where the person's day is." })
  timeZone!: string | null;
  @Field(() => [Locale], {
    description: "Languages that the person reads and writes, the preferred first.",
  })
  languages!: string[];
  @Field(() => String, { nullable: true, description: "What the person wants others to know." })
  about!: string | null;

  static of(row: PersonRow): Person {
    const { id, name, profession, country, timeZone, languages, about } = row;
    return Object.assign(new Person(), {
      key: id,
      name,
      profession,
      country,
      timeZone,
      languages,
      about,
    });
  }
}

@ObjectType({ description: "Who is signed in." })
export class Viewer {
  @Field(() => Person, { description: "The viewer as others see them." })
  person!: Person;
  @Field(() => String, {
    description: "The address that the viewer signs in with; nobody else sees it.",
  })
  email!: string;
  @Field(() => Boolean, { description: "Whether the address was confirmed by mail." })
  emailVerified!: boolean;
  @Field(() => Cursor, { description: "Where inboxUpdates stands: follow it from here." })
  liveCursor!: string;
}

@InputType({ description: "What is left out stays as it is; null takes it away." })
export class UpdateProfileInput {
  @Field(() => String, {
    nullable: true,
    description: "The name as you write it, 1 to 200 characters.",
  })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "At most 200 characters." })
  profession?: string | null;
  @Field(() => CountryCode, { nullable: true, description: "Where you work." })
  country?: string | null;
  @Field(() => TimeZone, { nullable: true, description: "Where your day is." })
  timeZone?: string | null;
  @Field(() => [Locale], { nullable: true, description: "At most 20, the preferred first." })
  languages?: string[] | null;
  @Field(() => String, { nullable: true, description: "At most 2,000 characters." })
  about?: string | null;
}

@ObjectType({ description: "The answer to updateProfile." })
export class UpdateProfilePayload extends Payload {
  @Field(() => Person, { nullable: true, description: "The person as they are now." })
  person?: Person | null;
}
