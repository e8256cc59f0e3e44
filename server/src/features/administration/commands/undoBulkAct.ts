import type { Context } from "../../../house/context.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { UndoBulkActInput } from "../types.ts";
import { findHearers, getActFor, tell } from "./acts.ts";

/** Begins to take back what an act did and nobody has used; an act at work stops before its next step. */
export async function undoBulkAct(ctx: Context, input: UndoBulkActInput): Promise<string> {
  const personId = ctx.personId;
  const id = uuidOf("BulkAct", input.bulkActId);
  const hearers = await findHearers(ctx.db, id);
  await ctx.live.write({ channels: hearers, actorId: personId }, async (tx) => {
    const act = await getActFor(tx.db, { id, personId, action: "UNDO" });
    await tx.db
      .updateTable("bulkAct")
      .set({ state: "UNDOING", undoneBy: personId })
      .where("id", "=", id)
      .execute();
    tell(tx, { act, hearers });
  });
  return id;
}
