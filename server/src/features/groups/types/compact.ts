import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../../house/refusal.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { Group } from "./group.ts";

@ObjectType({
  description: "A version of what the members of a group have agreed to be to each other.",
})
export class CompactVersion {
  writerId!: string | null;
  @Field(() => Int, { description: "Counts from 1." })
  version!: number;
  @Field(() => String, { description: "The text, in Markdown." })
  body!: string;
  @Field(() => String, { nullable: true, description: "What is new in it." })
  change!: string | null;
  @Field(() => DateTime, { description: "When it was written." })
  writtenAt!: Date;
}

@InputType({ description: "What a group's compact is to say from now on." })
export class WriteCompactInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => String, { description: "1 to 10,000 characters of Markdown." })
  body!: string;
  @Field(() => String, {
    nullable: true,
    description: "What is new in it, for its members; at most 500 characters.",
  })
  change?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "The version that it was written from, 0 for none; refused when there is a newer one by now.",
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: "The answer to writeCompact." })
export class WriteCompactPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group with its compact." })
  group?: Group | null;
}

@InputType({ description: "What you have read and agree to." })
export class AgreeToCompactInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => Int, { description: "The version that you have read: the newest one." })
  version!: number;
}

@ObjectType({ description: "The answer to agreeToCompact." })
export class AgreeToCompactPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group as it is now." })
  group?: Group | null;
}
