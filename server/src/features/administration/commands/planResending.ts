import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { PlanResendingInput } from "../types.ts";
import { demandGroupIn, demandManaging, keepPlan } from "./acts.ts";
import { MOST_LINES } from "./readTable.ts";

/** Plans to send again what has expired without being used, in a network or one of its groups: the oldest first. */
export async function planResending(ctx: Context, input: PlanResendingInput): Promise<string> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const groupId = input.groupId ? uuidOf("Group", input.groupId) : null;
  const id = uuid();
  await ctx.live.write({ channels: [], actorId: personId }, async ({ db, at }) => {
    await demandManaging(db, { networkId, personId, kind: "RESEND" });
    if (groupId) await demandGroupIn(db, { networkId, groupId });
    let expired = db
      .selectFrom("invitation")
      .innerJoin("group", "group.id", "invitation.groupId")
      .select([
        "invitation.id",
        "invitation.email",
        "invitation.label",
        "invitation.role",
        "group.id as groupId",
        "group.name as groupName",
      ])
      .where("group.networkId", "=", networkId)
      .where("group.state", "not in", ["GRADUATED", "SEALED"])
      .where("invitation.email", "is not", null)
      .where("invitation.revokedAt", "is", null)
      .where("invitation.useCount", "=", 0)
      .where("invitation.expiresAt", "<=", at)
      .orderBy("invitation.expiresAt")
      .orderBy("invitation.id")
      .limit(MOST_LINES);
    if (groupId) expired = expired.where("group.id", "=", groupId);
    const rows = await expired.execute();
    await db
      .insertInto("bulkAct")
      .values({
        id,
        networkId,
        kind: "RESEND",
        state: "PLANNED",
        actorId: personId,
        note: null,
        total: rows.length,
        done: 0,
        createdAt: at,
        startedAt: null,
        finishedAt: null,
        undoneAt: null,
        undoneBy: null,
      })
      .execute();
    const lines = rows.map((row, index) => ({
      number: index + 1,
      email: row.email ?? "",
      name: row.label ?? null,
      groupName: row.groupName,
      groupId: row.groupId,
      role: row.role,
      plan: "SEND_AGAIN" as const,
      outcome: null,
      reason: null,
      invitationId: row.id,
    }));
    await keepPlan(db, { actId: id, lines });
  });
  return id;
}
