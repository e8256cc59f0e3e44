import { randomUUID } from "node:crypto";
import { leads, messageWith, threadWith } from "../choose.ts";
import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import { keepText, type Memory, type Rows } from "../row.ts";

/** New words; now and then they name somebody, or call the coordinators. */
function body({ people }: Model, dice: Dice, memory: Memory): string {
  const words = memory.words();
  const whom = dice.below(4);
  if (whom === 1) return `${words} [@You](person:${dice.of(people)!.id})`;
  if (whom === 2) return `${words} [@coordinators](role:coordinators)`;
  return words;
}

export const messageRows: Rows = {
  sendMessage: {
    weight: 12,
    call(model, dice, memory) {
      const found = threadWith(model, dice, (thread) => !thread.closed);
      if (!found) return null;
      const { id } = found.thread;
      const quoted = dice.once(4) ? dice.of(model.messages.filter((m) => m.threadId === id)) : null;
      return {
        by: found.by,
        input: {
          threadId: id,
          body: body(model, dice, memory),
          quoteId: quoted?.id ?? null,
          clientKey: randomUUID(),
        },
      };
    },
    ...keepText,
  },
  editMessage: {
    weight: 5,
    call(model, dice, memory) {
      const found = messageWith(
        model,
        dice,
        ({ authorId, withdrawnBy }, { person }) => authorId === person.personId && !withdrawnBy,
      );
      if (!found) return null;
      const { id: messageId, version: expectedVersion } = found.message;
      return {
        by: found.by,
        input: { messageId, expectedVersion, body: body(model, dice, memory) },
      };
    },
    ...keepText,
  },
  withdrawMessage: {
    weight: 4,
    call(model, dice) {
      const found = messageWith(
        model,
        dice,
        ({ authorId, withdrawnBy }, place) =>
          !withdrawnBy && (authorId === place.person.personId || leads(place)),
      );
      return found && { by: found.by, input: { messageId: found.message.id } };
    },
  },
  restoreMessage: {
    weight: 4,
    call(model, dice) {
      const found = messageWith(
        model,
        dice,
        ({ withdrawnBy }, { person }) => withdrawnBy === person.personId,
      );
      return found && { by: found.by, input: { messageId: found.message.id } };
    },
  },
  pinMessage: {
    weight: 4,
    call(model, dice) {
      const found = messageWith(
        model,
        dice,
        ({ withdrawnBy }, place) => !withdrawnBy && leads(place),
      );
      return found && { by: found.by, input: { messageId: found.message.id, on: !dice.once(3) } };
    },
  },
  react: {
    weight: 5,
    call(model, dice) {
      const found = messageWith(model, dice, ({ withdrawnBy }) => !withdrawnBy);
      if (!found) return null;
      const emoji = dice.of(["👍", "value:compassion", "🎉"]);
      return { by: found.by, input: { messageId: found.message.id, emoji, on: !dice.once(3) } };
    },
  },
};
