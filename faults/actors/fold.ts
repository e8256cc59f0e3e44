import type { Account } from "./account.ts";
import { snapshotDocument } from "./documents.ts";
import { seqOf, uuidOf } from "./ids.ts";
import type { Update } from "./streams.ts";

/** A message or a thread as a screen shows it, as text; null when the answer shows less than all of it. */
export function stateOf({ message, thread }: Pick<Update, "message" | "thread">): string | null {
  if (thread) return textOf(thread);
  return message && "reactions" in message ? textOf(message) : null;
}

/** The same for the same thing, in whatever order a list of reactions comes. */
function textOf(shown: object): string {
  const { reactions, ...rest } = shown as { reactions?: { emoji: string; count: number }[] };
  const sorted = reactions
    ?.filter(({ count }) => count > 0)
    .toSorted((a, b) => (a.emoji < b.emoji ? -1 : 1));
  return JSON.stringify({ ...rest, ...(sorted && { reactions: sorted }) });
}

/** Everything that a thread's screen shows, by uuid; `seq` is where it is true at the least. */
export async function takeSnapshot(
  account: Account,
  url: string,
  threadId: string,
): Promise<{ cursor: string; seq: number; state: Record<string, string> }> {
  const state: Record<string, string> = {};
  let cursor = "";
  for (let after: string | null = null; ;) {
    const { node } = await account.person.ask(url, snapshotDocument, { id: threadId, after });
    const { messages, liveCursor, ...thread } = node;
    cursor ||= liveCursor;
    state[uuidOf(thread.id)] = textOf(thread);
    for (const message of messages.nodes) state[uuidOf(message.id)] = textOf(message);
    if (!messages.pageInfo.hasNextPage) return { cursor, seq: seqOf(cursor), state };
    after = messages.pageInfo.endCursor as string;
  }
}
