import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../live/write.ts";
import type { Db } from "../platform/database/database.ts";
import { refused } from "./refusal.ts";

interface IdempotencyRow {
  personId: string;
  clientKey: string;
  requestHash: string;
  outcome: unknown;
  createdAt: Date;
}

declare module "../platform/database/tables.ts" {
  interface Tables {
    idempotency: IdempotencyRow;
  }
}

/** What makes a repetition: who, under which key, asking what. `request` holds the operation's name and its input. */
export interface Repeatable {
  personId: string;
  clientKey: string;
  request: readonly unknown[];
}

/** What was done under a key. */
export type Done = Omit<IdempotencyRow, "createdAt">;
export type FirstTime = Pick<Done, "requestHash" | "outcome">;

/**
 * Does `work` once for a person's key: a repetition gets the first outcome (ids and numbers, as JSON), another
 * request under the key is refused. Call it behind the lock of the request's channel: there repetitions queue.
 * Two requests under one key in different channels meet at the primary key (see isKeyTaken).
 */
export async function once<Outcome extends object>(
  tx: Transaction,
  { personId, clientKey, request }: Repeatable,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const requestHash = hashOf(request);
  const before = await tx.db
    .selectFrom("idempotency")
    .select(["requestHash", "outcome"])
    .where("personId", "=", personId)
    .where("clientKey", "=", clientKey)
    .executeTakeFirst();
  const known = before && outcomeOf<Outcome>(before, requestHash);
  if (known) return known;
  const outcome = await work();
  keepOutcomes(tx, [{ personId, clientKey, requestHash, outcome }]);
  return outcome;
}

export const hashOf = (request: Repeatable["request"]) =>
  createHash("sha256").update(JSON.stringify(request)).digest("base64url");

/** The outcome for a repetition of what was done first. Throws the refusal of another request under its key. */
export function outcomeOf<Outcome>(first: FirstTime, requestHash: string): Outcome {
  if (first.requestHash !== requestHash) throw keyConflict();
  return first.outcome as Outcome;
}

/** Keeps what was done, for repetitions; with the rest of the transaction's writes. */
export function keepOutcomes(tx: Transaction, rows: readonly Done[]): void {
  if (rows.length === 0) return;
  // In one order, so that two who keep the same keys in different channels wait for each other and not in a ring.
  const ordered = rows.toSorted((a, b) => (a.clientKey < b.clientKey ? -1 : 1));
  tx.defer(sql`
    insert into idempotency (person_id, client_key, request_hash, outcome, created_at)
    select person_id, client_key, request_hash, outcome, ${tx.at}
    from unnest(${ordered.map(({ personId }) => personId)}::uuid[],
      ${ordered.map(({ clientKey }) => clientKey)}::uuid[],
      ${ordered.map(({ requestHash }) => requestHash)}::text[],
      ${ordered.map(({ outcome }) => JSON.stringify(outcome))}::jsonb[])
      as done (person_id, client_key, request_hash, outcome)`);
}

export const keyConflict = () =>
  refused(
    "IDEMPOTENCY_CONFLICT",
    "This clientKey was used for another request: send it again under a new one.",
    ["clientKey"],
  );

/** Whether a write failed because its key was taken in the same moment by another request. */
export function isKeyTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return (
    code === "23505" &&
    (constraint === "idempotency_pkey" || constraint === "message_author_id_client_key_key")
  );
}

/** Forgets keys after seven days, a hundred at a time. */
export async function forgetOldKeys(db: Db): Promise<void> {
  await sql`delete from idempotency where (person_id, client_key) in
    (select person_id, client_key from idempotency where created_at < now() - interval '7 days' limit 100)`.execute(
    db,
  );
}
