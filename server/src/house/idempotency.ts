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
  const requestHash = createHash("sha256").update(JSON.stringify(request)).digest("base64url");
  const before = await tx.db
    .selectFrom("idempotency")
    .select(["requestHash", "outcome"])
    .where("personId", "=", personId)
    .where("clientKey", "=", clientKey)
    .executeTakeFirst();
  if (before && before.requestHash !== requestHash) throw keyConflict();
  if (before) return before.outcome as Outcome;
  const outcome = await work();
  await tx.db
    .insertInto("idempotency")
    .values({
      personId,
      clientKey,
      requestHash,
      outcome: JSON.stringify(outcome),
      createdAt: tx.at,
    })
    .execute();
  return outcome;
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
