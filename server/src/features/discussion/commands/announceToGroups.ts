import { createHash } from "node:crypto";
import type { Context } from "../../../house/context.ts";
import { isKeyTaken, keyConflict, once } from "../../../house/idempotency.ts";
import { refused, type UserErrorCode } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { GROUPS_MOST, hearings, notHere } from "../announcing.ts";
import { cleanBody, keepMessages } from "./compose.ts";
import { beginThread, TITLE_MAX } from "./startThread.ts";

export interface AnnounceToGroups {
  groupIds: string[];
  title: string;
  body: string;
  clientKey: string;
  askAcknowledgement: boolean;
}

/** What came of it in one group. */
export interface Announced {
  groupId: string;
  threadId: string | null;
  refusal: { code: UserErrorCode; message: string; field: string[] | null } | null;
}

/**
 * Writes one announcement into many groups: a thread in each that hears it, all of them at once or, when no group
 * does, none. The answer says of every group what came of it.
 */
export async function announceToGroups(
  ctx: Context,
  input: AnnounceToGroups,
): Promise<Announced[]> {
  const { personId } = ctx;
  const { clientKey, askAcknowledgement } = input;
  const groupIds = [...new Set(input.groupIds)];
  if (groupIds.length === 0 || groupIds.length > GROUPS_MOST)
    throw refused("INVALID_INPUT", `Choose 1 to ${GROUPS_MOST} groups.`, ["groupIds"]);
  const title = cleanLine(input.title, { field: "title", max: TITLE_MAX });
  const body = cleanBody(input.body);

  // Of a group that is not for them nobody even waits for its lock.
  const before = await hearings(ctx.db, { groupIds, personId });
  const open = groupIds.filter((_, i) => before[i]);
  if (open.length === 0) throw notFound();
  const request = ["announceToGroups", groupIds, title, body, askAcknowledgement];
  try {
    // By their own channel one person's announcements go one after the other, whatever their groups.
    const channels = [personId, ...open];
    return await ctx.live.write({ channels, actorId: personId }, (tx) =>
      once(tx, { personId, clientKey, request }, async () => {
        const now = await hearings(tx.db, { groupIds, personId });
        const messages: Parameters<typeof keepMessages>[1][number][] = [];
        const outcomes = groupIds.map((groupId, i): Announced => {
          const hearing = tx.holds(groupId) ? now[i] : null;
          const refusal = hearing ? hearing.refusal : notHere(i);
          if (!hearing || refusal) return { groupId, threadId: null, refusal: toKeep(refusal) };
          const { message } = beginThread(tx, {
            groupId,
            kind: "ANNOUNCEMENT",
            title,
            body,
            clientKey: keyIn(groupId, clientKey),
            askAcknowledgement,
            speaker: hearing.speaker,
          });
          messages.push(message);
          return { groupId, threadId: message.threadId, refusal: null };
        });
        const first = outcomes[0]?.refusal;
        // Nothing was written: the same key may try again.
        if (messages.length === 0 && first) throw refused(first.code, first.message, ["groupIds"]);
        keepMessages(tx, messages);
        return outcomes;
      }),
    );
  } catch (error) {
    if (isKeyTaken(error)) throw keyConflict();
    throw error;
  }
}

/** As it is kept for a repetition. */
function toKeep(refusal: ReturnType<typeof refused> | null): Announced["refusal"] {
  if (!refusal) return null;
  const { code, message, field } = refusal.refusal;
  return { code, message, field: field ?? null };
}

/** An author's messages have a key each: that of the request, once more for each group. */
function keyIn(groupId: string, clientKey: string): string {
  const hash = createHash("sha256").update(`${clientKey} ${groupId}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
