import { readMarkMoved } from "../features/discussion/facts.ts";
import type { Tables } from "../platform/database/tables.ts";
import { soonAfter } from "./clock.ts";
import type { Journal } from "./journal.ts";
import type { Character } from "./people.ts";
import type { Place } from "./places.ts";
import type { Talk } from "./talk.ts";

/** How many of a thread's last messages wait for whom: each is a thread of that group, the latest first. */
const waiting: Record<string, { group: string; messages: number }[]> = {
  "member@zambia.example": [
    { group: "zambia", messages: 4 },
    { group: "zambia", messages: 1 },
    { group: "midwifery", messages: 3 },
  ],
  "coordinator@zambia.example": [{ group: "zambia", messages: 1 }],
  "member@nepal.example": [
    { group: "nepal", messages: 3 },
    { group: "nepal", messages: 2 },
  ],
};

/** Everybody has read everything, but for what waits for those whom a visitor is to be. */
export function readAll({
  places,
  talks,
  people,
  journal,
  now,
}: {
  places: readonly Place[];
  talks: readonly Talk[];
  people: ReadonlyMap<string, Character>;
  journal: Journal;
  now: Date;
}): Tables["readMark"][] {
  const unread = unreadOf({ places, talks, people });
  return places.flatMap(({ group, members }) =>
    talks
      .filter(({ thread }) => thread.groupId === group.id)
      .flatMap((talk) => members.map(({ personId }) => readThread(talk, personId))),
  );

  function readThread({ thread, messages }: Talk, personId: string): Tables["readMark"] {
    const lastReadSeq = messages.length - (unread.get(personId)?.get(thread.id) ?? 0);
    const last = messages[lastReadSeq - 1];
    const threadId = thread.id;
    // One's own message is read by being sent.
    if (last.authorId === personId)
      return { personId, threadId, lastReadSeq, updatedAt: last.createdAt };
    const updatedAt = soonAfter(last.createdAt, { minutes: 30, now });
    journal.happened(readMarkMoved, {
      channelId: personId,
      at: updatedAt,
      actorId: personId,
      data: { threadId, seq: lastReadSeq },
    });
    return { personId, threadId, lastReadSeq, updatedAt };
  }
}

/** By person and thread. */
function unreadOf({
  places,
  talks,
  people,
}: {
  places: readonly Place[];
  talks: readonly Talk[];
  people: ReadonlyMap<string, Character>;
}): Map<string, Map<string, number>> {
  const latestFirst = talks.toSorted(
    (one, other) => other.thread.lastActivityAt.getTime() - one.thread.lastActivityAt.getTime(),
  );
  return new Map(
    Object.entries(waiting).map(([address, wanted]) => {
      const personId = [...people.values()].find(({ email }) => email === address)?.person.id ?? "";
      const chosen = new Map<string, number>();
      for (const { group, messages } of wanted) {
        const groupId = places.find(({ demo }) => demo.key === group)?.group.id;
        const talk = latestFirst.find(
          (each) =>
            each.thread.groupId === groupId &&
            !chosen.has(each.thread.id) &&
            each.messages.slice(-messages).every(({ authorId }) => authorId !== personId),
        );
        if (!talk) throw new Error(`nothing in ${group} can wait for ${address}`);
        chosen.set(talk.thread.id, messages);
      }
      return [personId, chosen];
    }),
  );
}
