import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../../house/connection.ts";
import { Node } from "../../../house/node.ts";
import { CalendarDate, CountryCode } from "../../../platform/graphql/scalars.ts";
import { Shared } from "../../../platform/graphql/sharing/mark.ts";
import type { PersonRow } from "../entities.ts";

/** What stands here is the same for everybody; what has an audience has a resolver, and is never shared. */
@Shared()
@ObjectType({
  implements: Node,
  description:
    "A person as the viewer may see them. What is not told to the viewer is null or empty.",
})
export class Person extends Node {
  row!: PersonRow;
  @Field(() => String, { description: "The name as the person writes it." })
  name!: string;
  @Field(() => String, { nullable: true, description: "Such as nurse, midwife, manager." })
  profession!: string | null;
  @Field(() => CountryCode, { nullable: true, description: "Where the person works." })
  country!: string | null;

  static of(row: PersonRow): Person {
    const { id, name, profession, country } = row;
    return Object.assign(new Person(), { key: id, name, profession, country, row });
  }
}
export const PersonConnection = connectionType("Person", () => Person);

@ObjectType({
  implements: Node,
  description: "A post that a person has or had. Whoever is told of a person's posts sees it.",
})
export class Post extends Node {
  @Field(() => String, { description: "What the person is or was there." })
  title!: string;
  @Field(() => String, { description: "Where, as the person writes it." })
  employer!: string;
  @Field(() => CalendarDate, { description: "Its first day." })
  startsOn!: string;
  @Field(() => CalendarDate, { nullable: true, description: "Its last day; null while it lasts." })
  endsOn!: string | null;
}

@ObjectType({
  description:
    "A picture in WebP without metadata, at most 40 KB each. The addresses never change their content.",
})
export class Photo {
  @Field(() => String, { description: "Address on this server, 96 by 96 pixels." })
  small!: string;
  @Field(() => String, { description: "Address on this server, 384 by 384 pixels." })
  large!: string;
}
