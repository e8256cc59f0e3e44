import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../house/refusal.ts";
import { Cursor, DateTime } from "../../platform/graphql/scalars.ts";
import { Message } from "./types.ts";

@InputType({ description: "A message to send." })
export class SendMessageInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => String, { description: "Light Markdown, 1 to 10,000 characters." })
  body!: string;
  @Field(() => ID, {
    description:
      "A uuid of the caller's: repeating the request under it gives the first answer, for seven days.",
  })
  clientKey!: string;
  @Field(() => ID, { nullable: true, description: "A message of the same thread that it quotes." })
  quoteId?: string | null;
}

@ObjectType({ description: "The answer to sendMessage." })
export class SendMessagePayload extends Payload {
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
  @Field(() => Cursor, {
    nullable: true,
    description:
      "The message's place in the group's channel: follow from here to hear what comes after it.",
  })
  cursor?: string | null;
}

@InputType({ description: "A message's new text." })
export class EditMessageInput {
  @Field(() => ID, { description: "The message." })
  messageId!: string;
  @Field(() => String, { description: "The new text, 1 to 10,000 characters." })
  body!: string;
  @Field(() => Int, { description: "The version that the caller saw." })
  expectedVersion!: number;
}

@ObjectType({ description: "The answer to editMessage." })
export class EditMessagePayload extends Payload {
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
}

@InputType({ description: "A message to take away." })
export class WithdrawMessageInput {
  @Field(() => ID, { description: "The message." })
  messageId!: string;
  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  reason?: string | null;
}

@ObjectType({ description: "The answer to withdrawMessage." })
export class WithdrawMessagePayload extends Payload {
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until when restoreMessage can take it back.",
  })
  undoUntil?: Date | null;
}

@InputType({ description: "A message to bring back." })
export class RestoreMessageInput {
  @Field(() => ID, { description: "The message." })
  messageId!: string;
}

@ObjectType({ description: "The answer to restoreMessage." })
export class RestoreMessagePayload extends Payload {
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
}

@InputType({ description: "A message to pin, or to let go." })
export class PinMessageInput {
  @Field(() => ID, { description: "The message." })
  messageId!: string;
  @Field(() => Boolean, { description: "Whether it is to be pinned." })
  on!: boolean;
}

@ObjectType({ description: "The answer to pinMessage." })
export class PinMessagePayload extends Payload {
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
}

@InputType({ description: "A reaction to set, or to take away." })
export class ReactInput {
  @Field(() => ID, { description: "The message." })
  messageId!: string;
  @Field(() => String, {
    description:
      "One emoji, or value:compassion, value:inclusivity, value:collaboration, value:curiosity, value:trustworthiness, value:celebrating-success.",
  })
  emoji!: string;
  @Field(() => Boolean, { description: "Whether it is to be set." })
  on!: boolean;
}

@ObjectType({ description: "The answer to react." })
export class ReactPayload extends Payload {
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
}
