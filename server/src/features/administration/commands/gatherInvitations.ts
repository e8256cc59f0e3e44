import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { GatherInvitationsInput } from "../types.ts";
import { demandManaging, getActFor } from "./acts.ts";

/** Parts of one list: what holds far more than a list may have lines. */
const MOST_PARTS = 100;

/** Keeps one part of a list. The first part makes the act; a part that is sent again takes its own place. */
export async function gatherInvitations(
  ctx: Context,
  { part, text, ...input }: GatherInvitationsInput,
): Promise<string> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const known = input.bulkActId ? uuidOf("BulkAct", input.bulkActId) : null;
  if (part < 1 || part > MOST_PARTS)
    throw refused(
      "LIMIT_REACHED",
      `A list comes in at most ${MOST_PARTS} parts of 10,000 characters: send it in several lists.`,
      ["part"],
    );
  const id = known ?? uuid();
  await ctx.live.write({ channels: [], actorId: personId }, async ({ db, at }) => {
    await demandManaging(db, { networkId, personId, kind: "INVITE" });
    const act = known && (await getActFor(db, { id, personId, action: "PLAN" }));
    if (act && (act.networkId !== networkId || act.kind !== "INVITE")) throw notFound();
    if (!act)
      await db
        .insertInto("bulkAct")
        .values({
          id,
          networkId,
          kind: "INVITE",
          state: "GATHERING",
          actorId: personId,
          note: null,
          total: 0,
          done: 0,
          createdAt: at,
          startedAt: null,
          finishedAt: null,
          undoneAt: null,
          undoneBy: null,
        })
        .execute();
    const clean = text.toWellFormed().replaceAll("\0", "");
    await db
      .insertInto("bulkText")
      .values({ actId: id, part, text: clean })
      .onConflict((conflict) => conflict.columns(["actId", "part"]).doUpdateSet({ text: clean }))
      .execute();
  });
  return id;
}
