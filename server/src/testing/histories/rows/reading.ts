import { threadWith } from "../choose.ts";
import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import type { Call, Rows } from "../row.ts";

const mark = (model: Model, dice: Dice): Call | null => {
  const found = threadWith(model, dice, ({ length }) => length > 0);
  if (!found) return null;
  const { id: threadId, length } = found.thread;
  return { by: found.by, input: { threadId, seq: 1 + dice.below(length) } };
};

export const readingRows: Rows = {
  markRead: { weight: 6, call: mark },
  markUnread: { weight: 3, call: mark },
  saveDraft: {
    weight: 1,
    silent:
      "A draft is kept for the next opening of the thread: two devices that write at once would overwrite each other's hands.",
    call(model, dice, memory) {
      const found = threadWith(model, dice, () => true);
      return found && { by: found.by, input: { threadId: found.thread.id, body: memory.words() } };
    },
  },
  signalTyping: {
    weight: 1,
    silent: "Typing is in no log: presence tells it, and forgets it after five seconds.",
    call(model, dice) {
      const found = threadWith(model, dice, () => true);
      return found && { by: found.by, input: { threadId: found.thread.id } };
    },
  },
};
