import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { clientKeyOf, uuidOf } from "../../../platform/graphql/ids.ts";
import { editMessage } from "../commands/editMessage.ts";
import { pinMessage } from "../commands/pinMessage.ts";
import { react } from "../commands/react.ts";
import { restoreMessage } from "../commands/restoreMessage.ts";
import { sendMessage } from "../commands/sendMessage.ts";
import { withdrawMessage } from "../commands/withdrawMessage.ts";
import {
  EditMessageInput,
  EditMessagePayload,
  PinMessageInput,
  PinMessagePayload,
  ReactInput,
  ReactPayload,
  RestoreMessageInput,
  RestoreMessagePayload,
  SendMessageInput,
  SendMessagePayload,
  WithdrawMessageInput,
  WithdrawMessagePayload,
} from "../messageInputs.ts";
import { getMessage } from "../queries.ts";
import { Message } from "../types.ts";

@Resolver()
export class MessageMutations {
  @Mutation(() => SendMessagePayload, {
    description: "Sends a message. With the answer it is in the log for ever.",
  })
  sendMessage(
    @Arg("input", () => SendMessageInput, { description: "What to send, where." })
    input: SendMessageInput,
    @Ctx() ctx: Context,
  ): Promise<SendMessagePayload> {
    return answer(SendMessagePayload, async () => {
      const threadId = uuidOf("Thread", input.threadId);
      const sent = await sendMessage(ctx, {
        threadId,
        body: input.body,
        clientKey: clientKeyOf(input.clientKey),
        quoteId: input.quoteId ? uuidOf("Message", input.quoteId) : null,
      });
      // Nobody waits for it: presence may be away, and forgets by itself.
      void ctx.house.presence.endTyping(sent.groupId, { personId: ctx.personId, threadId });
      ctx.renew();
      return {
        message: sent.message ? Message.of(sent.message) : await getMessage(ctx, sent.messageId),
        cursor: ctx.live.cursor(sent.groupId, sent.channelSeq),
      };
    });
  }

  @Mutation(() => EditMessagePayload, {
    description: "Changes the text of one's own message; the earlier one stays in its history.",
  })
  editMessage(
    @Arg("input", () => EditMessageInput, { description: "Which message, and its new text." })
    input: EditMessageInput,
    @Ctx() ctx: Context,
  ): Promise<EditMessagePayload> {
    return answer(EditMessagePayload, () =>
      changed(
        ctx,
        editMessage(ctx, {
          messageId: messageOf(input),
          body: input.body,
          expectedVersion: input.expectedVersion,
        }),
      ),
    );
  }

  @Mutation(() => WithdrawMessagePayload, {
    description: "Takes a message's text away everywhere; a tombstone stays.",
  })
  withdrawMessage(
    @Arg("input", () => WithdrawMessageInput, { description: "Which message." })
    input: WithdrawMessageInput,
    @Ctx() ctx: Context,
  ): Promise<WithdrawMessagePayload> {
    return answer(WithdrawMessagePayload, async () => {
      const { messageId, undoUntil } = await withdrawMessage(ctx, {
        messageId: messageOf(input),
        reason: input.reason ?? null,
      });
      return { ...(await changed(ctx, messageId)), undoUntil };
    });
  }

  @Mutation(() => RestoreMessagePayload, {
    description: "Takes a withdrawal back, within five seconds.",
  })
  restoreMessage(
    @Arg("input", () => RestoreMessageInput, { description: "Which message." })
    input: RestoreMessageInput,
    @Ctx() ctx: Context,
  ): Promise<RestoreMessagePayload> {
    return answer(RestoreMessagePayload, () =>
      changed(ctx, restoreMessage(ctx, { messageId: messageOf(input) })),
    );
  }

  @Mutation(() => PinMessagePayload, {
    description: "Pins a message in its thread, or takes the pin away.",
  })
  pinMessage(
    @Arg("input", () => PinMessageInput, { description: "Which message." }) input: PinMessageInput,
    @Ctx() ctx: Context,
  ): Promise<PinMessagePayload> {
    return answer(PinMessagePayload, () =>
      changed(ctx, pinMessage(ctx, { messageId: messageOf(input), on: input.on })),
    );
  }

  @Mutation(() => ReactPayload, { description: "Sets or takes away the viewer's reaction." })
  react(
    @Arg("input", () => ReactInput, { description: "What to which message." }) input: ReactInput,
    @Ctx() ctx: Context,
  ): Promise<ReactPayload> {
    return answer(ReactPayload, () =>
      changed(ctx, react(ctx, { messageId: messageOf(input), emoji: input.emoji, on: input.on })),
    );
  }
}

const messageOf = (input: { messageId: string }) => uuidOf("Message", input.messageId);

async function changed(ctx: Context, command: Promise<string> | string) {
  const messageId = await command;
  ctx.renew();
  return { message: await getMessage(ctx, messageId) };
}
