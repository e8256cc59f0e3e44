import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Payload } from "../../house/refusal.ts";
import { Cursor } from "../../platform/graphql/scalars.ts";
import { threadKinds, type ThreadKind } from "./entities.ts";
import { Message, Thread } from "./types.ts";

@InputType({ description: "A thread to begin, with its first message." })
export class StartThreadInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => String, { description: "1 to 200 characters." })
  title!: string;
  @Field(() => threadKinds, { description: "What it is for." })
  kind!: ThreadKind;
  @Field(() => String, {
    description: "The first message, light Markdown, at most 10,000 characters.",
  })
  body!: string;
  @Field(() => ID, {
    description: "A uuid of the caller's: repeating the request under it gives the first answer.",
  })
  clientKey!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "For announcements: whether members are asked to take note.",
  })
  askAcknowledgement?: boolean | null;
}

@ObjectType({ description: "The answer to startThread." })
export class StartThreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
  @Field(() => Message, { nullable: true, description: "The message as it is now." })
  message?: Message | null;
  @Field(() => Cursor, {
    nullable: true,
    description:
      "The message's place in the group's channel: follow from here to hear what comes after it.",
  })
  cursor?: string | null;
}

@InputType({ description: "A thread's new title." })
export class RenameThreadInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => String, { description: "1 to 200 characters." })
  title!: string;
}

@ObjectType({ description: "The answer to renameThread." })
export class RenameThreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "A thread to close." })
export class CloseThreadInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => String, { nullable: true, description: "At most 500 characters." })
  reason?: string | null;
}

@ObjectType({ description: "The answer to closeThread." })
export class CloseThreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "A thread to open again." })
export class ReopenThreadInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
}

@ObjectType({ description: "The answer to reopenThread." })
export class ReopenThreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "A thread to keep on top, or to let go." })
export class PinThreadInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => Boolean, { description: "Whether it is to be pinned." })
  on!: boolean;
}

@ObjectType({ description: "The answer to pinThread." })
export class PinThreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "The answer to a question." })
export class AcceptAnswerInput {
  @Field(() => ID, { description: "The question." })
  threadId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "The answer; left out or null takes the choice back.",
  })
  messageId?: string | null;
}

@ObjectType({ description: "The answer to acceptAnswer." })
export class AcceptAnswerPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "An announcement that was read." })
export class AcknowledgeThreadInput {
  @Field(() => ID, { description: "The announcement." })
  threadId!: string;
}

@ObjectType({ description: "The answer to acknowledgeThread." })
export class AcknowledgeThreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}
