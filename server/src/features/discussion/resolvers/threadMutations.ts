import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { clientKeyOf, uuidOf } from "../../../platform/graphql/ids.ts";
import { acceptAnswer } from "../commands/acceptAnswer.ts";
import { acknowledgeThread } from "../commands/acknowledgeThread.ts";
import { closeThread } from "../commands/closeThread.ts";
import { pinThread } from "../commands/pinThread.ts";
import { renameThread } from "../commands/renameThread.ts";
import { reopenThread } from "../commands/reopenThread.ts";
import { startThread } from "../commands/startThread.ts";
import { getMessage, getThread } from "../queries.ts";
import {
  AcceptAnswerInput,
  AcceptAnswerPayload,
  AcknowledgeThreadInput,
  AcknowledgeThreadPayload,
  CloseThreadInput,
  CloseThreadPayload,
  PinThreadInput,
  PinThreadPayload,
  RenameThreadInput,
  RenameThreadPayload,
  ReopenThreadInput,
  ReopenThreadPayload,
  StartThreadInput,
  StartThreadPayload,
} from "../threadInputs.ts";

@Resolver()
export class ThreadMutations {
  @Mutation(() => StartThreadPayload, { description: "Begins a thread with its first message." })
  startThread(
    @Arg("input", () => StartThreadInput, { description: "What to begin." })
    input: StartThreadInput,
    @Ctx() ctx: Context,
  ): Promise<StartThreadPayload> {
    return answer(StartThreadPayload, async () => {
      const started = await startThread(ctx, {
        groupId: uuidOf("Group", input.groupId),
        title: input.title,
        kind: input.kind,
        body: input.body,
        clientKey: clientKeyOf(input.clientKey),
        askAcknowledgement: input.askAcknowledgement ?? false,
      });
      ctx.renew();
      const [thread, message] = await Promise.all([
        getThread(ctx, started.threadId),
        getMessage(ctx, started.messageId),
      ]);
      return { thread, message, cursor: ctx.live.cursor(started.groupId, started.channelSeq) };
    });
  }

  @Mutation(() => RenameThreadPayload, { description: "Gives a thread another title." })
  renameThread(
    @Arg("input", () => RenameThreadInput, { description: "Which thread, and its new title." })
    input: RenameThreadInput,
    @Ctx() ctx: Context,
  ): Promise<RenameThreadPayload> {
    return answer(RenameThreadPayload, () =>
      changed(ctx, renameThread(ctx, { threadId: threadOf(input), title: input.title })),
    );
  }

  @Mutation(() => CloseThreadPayload, {
    description: "Ends writing in a thread; it stays readable.",
  })
  closeThread(
    @Arg("input", () => CloseThreadInput, { description: "Which thread." }) input: CloseThreadInput,
    @Ctx() ctx: Context,
  ): Promise<CloseThreadPayload> {
    return answer(CloseThreadPayload, () =>
      changed(ctx, closeThread(ctx, { threadId: threadOf(input), reason: input.reason ?? null })),
    );
  }

  @Mutation(() => ReopenThreadPayload, { description: "Allows writing in a closed thread again." })
  reopenThread(
    @Arg("input", () => ReopenThreadInput, { description: "Which thread." })
    input: ReopenThreadInput,
    @Ctx() ctx: Context,
  ): Promise<ReopenThreadPayload> {
    return answer(ReopenThreadPayload, () =>
      changed(ctx, reopenThread(ctx, { threadId: threadOf(input) })),
    );
  }

  @Mutation(() => PinThreadPayload, {
    description: "Keeps a thread on top of its group's list, or lets it go.",
  })
  pinThread(
    @Arg("input", () => PinThreadInput, { description: "Which thread." }) input: PinThreadInput,
    @Ctx() ctx: Context,
  ): Promise<PinThreadPayload> {
    return answer(PinThreadPayload, () =>
      changed(ctx, pinThread(ctx, { threadId: threadOf(input), on: input.on })),
    );
  }

  @Mutation(() => AcceptAnswerPayload, { description: "Says which message answers a question." })
  acceptAnswer(
    @Arg("input", () => AcceptAnswerInput, { description: "Which answer to which question." })
    input: AcceptAnswerInput,
    @Ctx() ctx: Context,
  ): Promise<AcceptAnswerPayload> {
    const messageId = input.messageId ? uuidOf("Message", input.messageId) : null;
    return answer(AcceptAnswerPayload, () =>
      changed(ctx, acceptAnswer(ctx, { threadId: threadOf(input), messageId })),
    );
  }

  @Mutation(() => AcknowledgeThreadPayload, {
    description: "Takes note of an announcement that asks for it.",
  })
  acknowledgeThread(
    @Arg("input", () => AcknowledgeThreadInput, { description: "Which announcement." })
    input: AcknowledgeThreadInput,
    @Ctx() ctx: Context,
  ): Promise<AcknowledgeThreadPayload> {
    return answer(AcknowledgeThreadPayload, () =>
      changed(ctx, acknowledgeThread(ctx, { threadId: threadOf(input) })),
    );
  }
}

const threadOf = (input: { threadId: string }) => uuidOf("Thread", input.threadId);

async function changed(ctx: Context, command: Promise<string>) {
  const threadId = await command;
  ctx.renew();
  return { thread: await getThread(ctx, threadId) };
}
