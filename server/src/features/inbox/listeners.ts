import { sql } from "kysely";
import type { Consumer, ConsumerTools } from "../../live/consumers.ts";
import type { Entry } from "../../live/entities.ts";
import { mentionChanged, mentioned } from "./facts.ts";
import { mentionsIn } from "./mentions.ts";

interface Sent {
  messageId: string;
  threadId: string;
  groupId: string;
  authorId: string;
  body: string;
}

/** Tells members that a message names them. */
export const mentionsOfMessages: Consumer = {
  name: "inbox.mentions",
  hears: ["MessageSent"],
  concerns(entry) {
    const { people, coordinators } = mentionsIn((entry.data as unknown as Sent).body);
    return people.length > 0 || coordinators;
  },
  async handle(tools, entry) {
    const sent = entry.data as unknown as Sent;
    for (const personId of await peopleIn(tools, sent))
      await tell(tools, { entry, sent, personId });
  },
};

/** Tells those whom a message names that its text is another now, or gone, or back: it may stand on their screens. */
export const changesOfMentions: Consumer = {
  name: "inbox.mentionChanges",
  hears: ["MessageEdited", "MessageWithdrawn", "MessageRestored"],
  async handle({ db, live }, { channelId: groupId, data, actorId }) {
    const { messageId, threadId } = data as { messageId: string; threadId: string };
    const rows = await db
      .selectFrom("mention")
      .innerJoin("membership", "membership.personId", "mention.personId")
      .select("mention.personId")
      .where("mention.messageId", "=", messageId)
      .where("membership.groupId", "=", groupId)
      .where("membership.state", "=", "ACTIVE")
      .execute();
    for (const { personId } of rows)
      await live.write({ channels: [personId], actorId }, async (tx) =>
        tx.state(mentionChanged, { channelId: personId, data: { messageId, threadId, groupId } }),
      );
  },
};

/** The mentioned who are active members now, without the author. */
async function peopleIn(
  { db }: ConsumerTools,
  { body, groupId, authorId }: Sent,
): Promise<string[]> {
  const { people, coordinators } = mentionsIn(body);
  if (people.length === 0 && !coordinators) return [];
  const rows = await db
    .selectFrom("membership")
    .select("personId")
    .where("groupId", "=", groupId)
    .where("state", "=", "ACTIVE")
    .where("personId", "!=", authorId)
    .where(
      sql<boolean>`(person_id = any(${sql.val(people)}::uuid[]) or (${coordinators} and role = 'COORDINATOR'))`,
    )
    .execute();
  return rows.map((row) => row.personId);
}

async function tell(
  { live }: ConsumerTools,
  { entry, sent, personId }: { entry: Entry; sent: Sent; personId: string },
): Promise<void> {
  const { messageId, threadId, groupId } = sent;
  await live.write({ channels: [personId], actorId: sent.authorId }, async (tx) => {
    const made = await tx.db
      .insertInto("mention")
      .values({ personId, messageId, at: entry.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning("messageId")
      .executeTakeFirst();
    if (made) tx.state(mentioned, { channelId: personId, data: { messageId, threadId, groupId } });
  });
}
