import { randomUUID } from "node:crypto";
import { leads, placeIn, threadWith } from "../choose.ts";
import type { Place, ModelThread } from "../model.ts";
import { keepText, type Rows } from "../row.ts";

const keepsOrder = (thread: ModelThread, place: Place) =>
  leads(place) || place.role === "MODERATOR" || thread.startedBy === place.person.personId;

export const threadRows: Rows = {
  startThread: {
    weight: 3,
    call(model, dice, memory) {
      const found = placeIn(model, dice);
      if (!found) return null;
      const announces = leads(found) && dice.once(2);
      return {
        by: found.by,
        input: {
          groupId: found.group.id,
          title: memory.words(),
          kind: announces ? "ANNOUNCEMENT" : dice.of(["DISCUSSION", "QUESTION"]),
          askAcknowledgement: announces,
          body: memory.words(),
          clientKey: randomUUID(),
        },
      };
    },
    ...keepText,
  },
  announceToGroups: {
    weight: 1,
    call(model, dice, memory) {
      const found = placeIn(model, dice, (place, { state }) => leads(place) && state !== "SEALED");
      if (!found) return null;
      const led = model.places.filter((place) => place.person === found.by && leads(place));
      // Two at the most: each is a thread more, which every screen follows in the end.
      const groupIds = new Set([found.group.id, dice.of(led)?.groupId]);
      return {
        by: found.by,
        input: {
          groupIds: [...groupIds],
          title: memory.words(),
          body: memory.words(),
          // As those that are begun in one group, or who acknowledges could not tell which.
          askAcknowledgement: true,
          clientKey: randomUUID(),
        },
      };
    },
    selection: "announcements { thread { lastMessage { id } } }",
    keep(memory, { payload, input }) {
      for (const { thread } of payload["announcements"])
        if (thread) memory.texts.set(thread.lastMessage.id, [input["body"]]);
    },
  },
  renameThread: {
    weight: 2,
    call(model, dice, memory) {
      const found = threadWith(model, dice, keepsOrder);
      return found && { by: found.by, input: { threadId: found.thread.id, title: memory.words() } };
    },
  },
  closeThread: {
    weight: 2,
    call(model, dice) {
      const found = threadWith(
        model,
        dice,
        (thread, place) => !thread.closed && keepsOrder(thread, place),
      );
      return found && { by: found.by, input: { threadId: found.thread.id } };
    },
  },
  reopenThread: {
    weight: 2,
    call(model, dice) {
      const found = threadWith(
        model,
        dice,
        (thread, place) => thread.closed && keepsOrder(thread, place),
      );
      return found && { by: found.by, input: { threadId: found.thread.id } };
    },
  },
  pinThread: {
    weight: 2,
    call(model, dice) {
      const found = threadWith(model, dice, (_thread, place) => leads(place));
      return found && { by: found.by, input: { threadId: found.thread.id, on: !dice.once(3) } };
    },
  },
  acceptAnswer: {
    weight: 3,
    call(model, dice) {
      const found = threadWith(
        model,
        dice,
        (thread, place) => thread.kind === "QUESTION" && keepsOrder(thread, place),
      );
      if (!found) return null;
      const answers = model.messages.filter(
        ({ threadId, seq }) => threadId === found.thread.id && seq > 1,
      );
      const messageId = dice.once(4) ? null : dice.of(answers)?.id;
      if (messageId === undefined) return null;
      return { by: found.by, input: { threadId: found.thread.id, messageId } };
    },
  },
  acknowledgeThread: {
    weight: 2,
    call(model, dice) {
      const found = threadWith(
        model,
        dice,
        (thread, place) =>
          thread.kind === "ANNOUNCEMENT" && thread.startedBy !== place.person.personId,
      );
      return found && { by: found.by, input: { threadId: found.thread.id } };
    },
  },
};
