import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { PlanInvitationsInput } from "../types.ts";
import { demandGroupIn, getActFor, keepPlan } from "./acts.ts";
import { planLines } from "./planLines.ts";
import { readTable } from "./readTable.ts";

/** Reads what was gathered and says what would be done with each line. Can be asked again until it begins. */
export async function planInvitations(ctx: Context, input: PlanInvitationsInput): Promise<string> {
  const personId = ctx.personId;
  const id = uuidOf("BulkAct", input.bulkActId);
  const groupId = input.groupId ? uuidOf("Group", input.groupId) : null;
  const role = input.role ?? "MEMBER";
  if (role !== "MEMBER" && role !== "COORDINATOR")
    throw refused("INVALID_INPUT", "People are invited as members or coordinators.", ["role"]);
  const note = cleanOptional(input.note, { field: "note", max: 1_000 });

  await ctx.live.write({ channels: [], actorId: personId }, async ({ db }) => {
    const { networkId, kind } = await getActFor(db, { id, personId, action: "PLAN" });
    if (kind !== "INVITE") throw notFound();
    if (groupId) await demandGroupIn(db, { networkId, groupId });
    const parts = await db
      .selectFrom("bulkText")
      .select("text")
      .where("actId", "=", id)
      .orderBy("part")
      .execute();
    const written = readTable(parts.map(({ text }) => text).join(""));
    const lines = await planLines(db, { written, usual: { networkId, groupId, role } });
    await keepPlan(db, { actId: id, lines });
    await db.updateTable("bulkAct").set({ note }).where("id", "=", id).execute();
  });
  return id;
}
