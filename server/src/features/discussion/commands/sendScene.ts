import { sql } from "kysely";
import type { FirstTime } from "../../../house/idempotency.ts";
import type { Transaction } from "../../../live/write.ts";
import { prepared } from "../../../platform/database/prepared.ts";
import { standingsIn, type GroupState } from "../../groups/public.ts";
import type { ThreadRow } from "../entities.ts";
import { canRead, type Speaker, type ThreadState } from "../policy.ts";
import type { Home } from "./compose.ts";

/** A wish to send; the thread is in this group. */
export interface Send {
  groupId: string;
  threadId: string;
  personId: string;
  body: string;
  clientKey: string;
  quoteId: string | null;
}

/** What it is judged by, behind the lock. */
export interface SendScene {
  /** One and the same for all who send into it. */
  thread: ThreadState & Home;
  group: GroupState;
  speaker: Speaker;
  /** What was done under its key before. */
  first: FirstTime | null;
  /** What it quotes, when that is in the same thread. */
  quoted: { withdrawnAt: Date | null } | null;
}

type Row = Pick<
  ThreadRow,
  "id" | "groupId" | "kind" | "createdBy" | "closedAt" | "asksAcknowledgement" | "lastMessageSeq"
> & {
  n: number;
  requestHash: string | null;
  outcome: unknown;
  quoted: string | null;
  withdrawnAt: Date | null;
};

/** For each wish its scene; null where the thread does not exist for who sends. */
export async function readScenes(
  tx: Transaction,
  sends: readonly Send[],
): Promise<(SendScene | null)[]> {
  const places = await standingsIn(tx.db, sends);
  const { rows } = await sql<Row>`${prepared}
    select sent.n::integer as n, thread.id, thread.group_id, thread.kind, thread.created_by,
      thread.closed_at, thread.asks_acknowledgement, thread.last_message_seq,
      first.request_hash, first.outcome, quoted.id as quoted, quoted.withdrawn_at
    from unnest(${sends.map(({ threadId }) => threadId)}::uuid[],
      ${sends.map(({ personId }) => personId)}::uuid[],
      ${sends.map(({ clientKey }) => clientKey)}::uuid[],
      ${sends.map(({ quoteId }) => quoteId)}::uuid[])
      with ordinality as sent (thread_id, person_id, client_key, quote_id, n)
    join thread on thread.id = sent.thread_id
    left join idempotency first
      on first.person_id = sent.person_id and first.client_key = sent.client_key
    left join message quoted on quoted.id = sent.quote_id and quoted.thread_id = thread.id`.execute(
    tx.db,
  );
  const threads = new Map<string, Row>();
  const scenes: (SendScene | null)[] = sends.map(() => null);
  for (const row of rows) {
    const { n, requestHash, outcome, quoted, withdrawnAt } = row;
    const place = places[n - 1];
    if (!place || !canRead(place.standing)) continue;
    const thread = threads.get(row.id) ?? row;
    threads.set(row.id, thread);
    scenes[n - 1] = {
      thread,
      group: place.group,
      speaker: { ...place.standing, personId: sends[n - 1]?.personId ?? "" },
      first: requestHash === null ? null : { requestHash, outcome },
      quoted: quoted === null ? null : { withdrawnAt },
    };
  }
  return scenes;
}
