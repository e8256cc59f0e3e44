import { sql } from "kysely";
import { Refused } from "../../../house/refusal.ts";
import type { LiveDelivery } from "../../../live/live.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { inviteMany, revokeUnused, sendAgain } from "../../groups/public.ts";
import type { BulkActRow, BulkLineRow, LineOutcome } from "../entities.ts";
import { findHearers, holdAct, tell, toDo } from "./acts.ts";

/** Lines of one step: one group's lock is held while they are written. */
const STEP = 100;

interface Result {
  number: number;
  outcome: LineOutcome;
  reason: string | null;
  invitationId: string | null;
}

/**
 * Does the next lines of an act, all of one group, and tells of it: hearing that is what the next step follows on.
 * What was done stands with the lines in the same transaction, so a step that is begun again does none of them twice.
 */
export async function takeStep(
  { db, live }: { db: Db; live: LiveDelivery },
  actId: string,
): Promise<void> {
  const next = await findNext(db, actId);
  const hearers = await findHearers(db, actId);
  const channels = next?.groupId ? [...hearers, next.groupId] : hearers;
  await live.write({ channels, actorId: null }, async (tx) => {
    const act = await holdAct(tx.db, actId);
    if (act?.state !== "RUNNING" && act?.state !== "UNDOING") return;
    const lines = next?.groupId ? await readLines(tx.db, { act, groupId: next.groupId }) : [];
    const results = await workOf(act)(tx, { act, lines });
    // The lines point at what was handed out.
    await tx.em.flush();
    await keep(tx.db, { act, results });
    if (!(await findNext(tx.db, actId))) await end(tx, act);
    tell(tx, { act, hearers });
  });
}

function workOf({ state, kind }: BulkActRow) {
  if (state === "UNDOING") return takeBack;
  return kind === "INVITE" ? invite : resend;
}

/** The group whose turn it is. */
async function findNext(db: Db, actId: string): Promise<{ groupId: string | null } | null> {
  const row = await waiting(db, actId)
    .select("bulkLine.groupId")
    .orderBy("bulkLine.groupId")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What is left to do: lines to invite, or invitations to take back. */
const waiting = (db: Db, actId: string) =>
  db
    .selectFrom("bulkLine")
    .innerJoin("bulkAct", "bulkAct.id", "bulkLine.actId")
    .where("bulkAct.id", "=", actId)
    .where((eb) =>
      eb.or([
        eb.and([
          eb("bulkAct.state", "=", "RUNNING"),
          eb("bulkLine.outcome", "is", null),
          eb("bulkLine.plan", "in", [...toDo]),
        ]),
        eb.and([eb("bulkAct.state", "=", "UNDOING"), eb("bulkLine.outcome", "=", "INVITED")]),
      ]),
    );

async function readLines(
  db: Db,
  { act, groupId }: { act: BulkActRow; groupId: string },
): Promise<BulkLineRow[]> {
  const rows = await waiting(db, act.id)
    .selectAll("bulkLine")
    .where("bulkLine.groupId", "=", groupId)
    .orderBy("bulkLine.role")
    .orderBy("bulkLine.number")
    .limit(STEP)
    .execute();
  return rows.filter(({ role }) => role === rows[0]?.role);
}

interface Step {
  act: BulkActRow;
  lines: readonly BulkLineRow[];
}

async function invite(tx: Transaction, { act, lines }: Step): Promise<Result[]> {
  const [first] = lines;
  if (!first?.groupId || !first.role) return [];
  const { groupId, role } = first;
  const outcomes = { NEW: "INVITED", AGAIN: "SENT_AGAIN", AS_IT_WAS: "AS_IT_WAS" } as const;
  return orRefused(lines, async () => {
    const people = lines.map(({ email, name }) => ({ email, label: name }));
    const terms = { groupId, role, note: act.note, invitedBy: act.actorId, batchId: act.id };
    const handed = await inviteMany(tx, { ...terms, people });
    return handed.map(({ row, how }, at) => ({
      number: lines[at].number,
      outcome: outcomes[how],
      reason: null,
      invitationId: row.id,
    }));
  });
}

/** Sends again what nobody has used or taken back since it was planned, and makes nothing new. */
async function resend(tx: Transaction, { act, lines }: Step): Promise<Result[]> {
  const [first] = lines;
  if (!first?.groupId || !first.role) return [];
  const { groupId, role } = first;
  return orRefused(lines, async () => {
    const invitationIds = lines.flatMap(({ invitationId }) => invitationId ?? []);
    const given = { groupId, role, personId: act.actorId, batchId: act.id, invitationIds };
    const sent = await sendAgain(tx, given);
    return lines.map(({ number, invitationId }) => ({
      number,
      outcome: invitationId && sent.has(invitationId) ? "SENT_AGAIN" : "AS_IT_WAS",
      reason: null,
      invitationId,
    }));
  });
}

async function takeBack(tx: Transaction, { act, lines }: Step): Promise<Result[]> {
  const [first] = lines;
  if (!first?.groupId) return [];
  const { groupId } = first;
  return orRefused(lines, async () => {
    const invitationIds = lines.flatMap(({ invitationId }) => invitationId ?? []);
    const given = { groupId, personId: act.undoneBy ?? act.actorId, invitationIds };
    const revoked = await revokeUnused(tx, given);
    return lines.map(({ number, invitationId }) => ({
      number,
      outcome: invitationId && revoked.has(invitationId) ? "REVOKED" : "USED",
      reason: null,
      invitationId,
    }));
  });
}

/** Where the group was sealed, or the actor is no manager any more: refusing has written nothing. */
async function orRefused(
  lines: readonly BulkLineRow[],
  work: () => Promise<Result[]>,
): Promise<Result[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const reason = error.refusal.message;
    return lines.map(({ number, invitationId }) => ({
      number,
      outcome: "REFUSED",
      reason,
      invitationId,
    }));
  }
}

async function keep(
  db: Db,
  { act, results }: { act: BulkActRow; results: readonly Result[] },
): Promise<void> {
  await sql`update bulk_line set outcome = r.outcome, reason = r.reason, invitation_id = r."invitationId"
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as r (number integer, outcome text, reason text, "invitationId" uuid)
    where act_id = ${act.id}::uuid and bulk_line.number = r.number`.execute(db);
  if (act.state === "RUNNING")
    await db
      .updateTable("bulkAct")
      .set({ done: act.done + results.length })
      .where("id", "=", act.id)
      .execute();
}

async function end({ db, at }: Transaction, { id, state }: BulkActRow): Promise<void> {
  await db
    .updateTable("bulkAct")
    .set(
      state === "RUNNING" ? { state: "DONE", finishedAt: at } : { state: "UNDONE", undoneAt: at },
    )
    .where("id", "=", id)
    .execute();
}
