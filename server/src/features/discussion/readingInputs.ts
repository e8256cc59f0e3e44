import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../house/refusal.ts";
import { Thread } from "./types.ts";

@InputType({ description: "How far was read." })
export class MarkReadInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => Int, { description: "The number of the last message seen." })
  seq!: number;
}

@ObjectType({ description: "The answer to markRead." })
export class MarkReadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "From where on it is to be unread." })
export class MarkUnreadInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => Int, { description: "The number of the first message that is to be unread." })
  seq!: number;
}

@ObjectType({ description: "The answer to markUnread." })
export class MarkUnreadPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "What was written so far." })
export class SaveDraftInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
  @Field(() => String, { description: "Empty text forgets the draft." })
  body!: string;
}

@ObjectType({ description: "The answer to saveDraft." })
export class SaveDraftPayload extends Payload {
  @Field(() => Thread, { nullable: true, description: "The thread as it is now." })
  thread?: Thread | null;
}

@InputType({ description: "Where the viewer is writing." })
export class SignalTypingInput {
  @Field(() => ID, { description: "The thread." })
  threadId!: string;
}

@ObjectType({ description: "The answer to signalTyping." })
export class SignalTypingPayload extends Payload {}
