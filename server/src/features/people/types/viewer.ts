import { Field, InputType, ObjectType } from "type-graphql";
import { Cursor } from "../../../platform/graphql/scalars.ts";
import { audiences, profileFields, type Audience, type ProfileField } from "../profileFields.ts";
import { Person } from "./person.ts";

@ObjectType({ description: "To whom one field of a profile is told." })
export class FieldAudience {
  @Field(() => profileFields, { description: "What is told." })
  field!: ProfileField;
  @Field(() => audiences, { description: "To whom." })
  audience!: Audience;
}

@InputType({ description: "To whom one field of your profile is to be told." })
export class FieldAudienceInput {
  @Field(() => profileFields, { description: "What is told." })
  field!: ProfileField;
  @Field(() => audiences, { description: "To whom." })
  audience!: Audience;
}

@ObjectType({ description: "Who is signed in." })
export class Viewer {
  @Field(() => Person, { description: "The viewer, with everything that they told." })
  person!: Person;
  @Field(() => String, {
    description: "The address that the viewer signs in with; nobody else sees it.",
  })
  email!: string;
  @Field(() => Boolean, { description: "Whether the address was confirmed by mail." })
  emailVerified!: boolean;
  @Field(() => Cursor, { description: "Where inboxUpdates stands: follow it from here." })
  liveCursor!: string;
  @Field(() => [FieldAudience], {
    description: "To whom each field of the viewer's profile is told; all fields.",
  })
  profileAudiences!: FieldAudience[];
}
