import { sql } from "kysely";
import { demand } from "../../../house/actions.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { networkRoleIn } from "../../networks/public.ts";
import type { BulkActRow, BulkLineRow } from "../entities.ts";
import { BulkActMoved } from "../facts.ts";
import { bulkPolicy, newAct, type BulkAction } from "../policy.ts";

/** Refuses who is no manager of the network; for whom it does not exist, so it is. */
export async function demandManaging(
  db: Db,
  { networkId, personId, kind }: { networkId: string; personId: string; kind: BulkActRow["kind"] },
): Promise<void> {
  const standing = await networkRoleIn(db, { networkId, personId });
  if (!standing) throw notFound();
  demand(bulkPolicy.PLAN, { standing, state: newAct(kind) });
}

/** An act, its row held to the transaction's end, for somebody who may do this with it. */
export async function getActFor(
  db: Db,
  { id, personId, action }: { id: string; personId: string; action: BulkAction },
): Promise<BulkActRow> {
  const act = await holdAct(db, id);
  const standing = act && (await networkRoleIn(db, { networkId: act.networkId, personId }));
  // To those who do not manage the network there is no such thing.
  if (!act || standing !== "MANAGER") throw notFound();
  demand(bulkPolicy[action], { standing, state: act });
  return act;
}

export async function holdAct(db: Db, id: string): Promise<BulkActRow | null> {
  const act = await db
    .selectFrom("bulkAct")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return act ?? null;
}

/** In whose channels an act is told: the command locks all of them. */
export async function findHearers(db: Db, actId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("bulkAct")
    .innerJoin("networkMembership", "networkMembership.networkId", "bulkAct.networkId")
    .select("networkMembership.personId as id")
    .where("bulkAct.id", "=", actId)
    .where("networkMembership.role", "=", "MANAGER")
    .where("until", "is", null)
    // Whose act it is may have left since; its steps are taken by what is told to them.
    .union(db.selectFrom("bulkAct").select("actorId as id").where("bulkAct.id", "=", actId))
    .execute();
  return rows.map(({ id }) => id);
}

export function tell(
  tx: Transaction,
  { act, hearers }: { act: Pick<BulkActRow, "id" | "actorId">; hearers: readonly string[] },
): void {
  const data = { bulkActId: act.id, actorId: act.actorId };
  for (const channelId of hearers) tx.state(BulkActMoved, { channelId, data });
}

/** Refuses a group that is none of the network's, or a room, which managers do not see. */
export async function demandGroupIn(
  db: Db,
  { networkId, groupId }: { networkId: string; groupId: string },
): Promise<void> {
  const group = await db
    .selectFrom("group")
    .select("id")
    .where("id", "=", groupId)
    .where("networkId", "=", networkId)
    .where("roomOf", "is", null)
    .executeTakeFirst();
  if (!group) throw notFound();
}

/** Puts a plan in the place of the one before. */
export async function keepPlan(
  db: Db,
  { actId, lines }: { actId: string; lines: readonly Omit<BulkLineRow, "actId">[] },
): Promise<void> {
  await db.deleteFrom("bulkLine").where("actId", "=", actId).execute();
  await sql`insert into bulk_line (act_id, number, email, name, group_name, group_id, role, plan, invitation_id)
    select ${actId}::uuid, l.number, l.email, l.name, l."groupName", l."groupId", l.role, l.plan, l."invitationId"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (number integer, email text, name text,
      "groupName" text, "groupId" uuid, role text, plan text, "invitationId" uuid)`.execute(db);
  await db
    .updateTable("bulkAct")
    .set({ state: "PLANNED", total: lines.filter(isToDo).length })
    .where("id", "=", actId)
    .execute();
}

/** The plans after which something is done. */
export const toDo = ["INVITE", "SEND_AGAIN"] as const;
const isToDo = ({ plan }: Pick<BulkLineRow, "plan">) => plan === "INVITE" || plan === "SEND_AGAIN";
