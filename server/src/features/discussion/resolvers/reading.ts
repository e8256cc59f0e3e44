import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { markRead, markUnread } from "../commands/markRead.ts";
import { saveDraft } from "../commands/saveDraft.ts";
import { getThread } from "../queries.ts";
import {
  MarkReadInput,
  MarkReadPayload,
  MarkUnreadInput,
  MarkUnreadPayload,
  SaveDraftInput,
  SaveDraftPayload,
  SignalTypingInput,
  SignalTypingPayload,
} from "../readingInputs.ts";

@Resolver()
export class ReadingMutations {
  @Mutation(() => MarkReadPayload, {
    description: "Moves the viewer's read mark forward; an older number changes nothing.",
  })
  markRead(
    @Arg("input", () => MarkReadInput, { description: "How far." }) input: MarkReadInput,
    @Ctx() ctx: Context,
  ): Promise<MarkReadPayload> {
    return answer(MarkReadPayload, () =>
      changed(ctx, markRead(ctx, { seq: input.seq, threadId: threadOf(input) })),
    );
  }

  @Mutation(() => MarkUnreadPayload, {
    description: "Makes everything from a message on unread again.",
  })
  markUnread(
    @Arg("input", () => MarkUnreadInput, { description: "From where on." }) input: MarkUnreadInput,
    @Ctx() ctx: Context,
  ): Promise<MarkUnreadPayload> {
    return answer(MarkUnreadPayload, () =>
      changed(ctx, markUnread(ctx, { seq: input.seq, threadId: threadOf(input) })),
    );
  }

  @Mutation(() => SaveDraftPayload, {
    description: "Keeps what the viewer is writing, for their other devices.",
  })
  saveDraft(
    @Arg("input", () => SaveDraftInput, { description: "The text so far." }) input: SaveDraftInput,
    @Ctx() ctx: Context,
  ): Promise<SaveDraftPayload> {
    return answer(SaveDraftPayload, () =>
      changed(ctx, saveDraft(ctx, { body: input.body, threadId: threadOf(input) })),
    );
  }

  @Mutation(() => SignalTypingPayload, {
    description: "Says that the viewer is writing; forgotten after five seconds.",
  })
  signalTyping(
    @Arg("input", () => SignalTypingInput, { description: "Where." }) input: SignalTypingInput,
    @Ctx() ctx: Context,
  ): Promise<SignalTypingPayload> {
    return answer(SignalTypingPayload, async () => {
      const thread = await getThread(ctx, threadOf(input));
      await ctx.house.presence.signalTyping(thread.groupKey, {
        personId: ctx.personId,
        threadId: thread.key,
      });
      return {};
    });
  }
}

const threadOf = (input: { threadId: string }) => uuidOf("Thread", input.threadId);

async function changed(ctx: Context, command: Promise<string>) {
  const threadId = await command;
  ctx.renew();
  return { thread: await getThread(ctx, threadId) };
}
