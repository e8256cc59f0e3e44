import { writeFileSync } from "node:fs";
import path from "node:path";
import { readRows } from "../../server/src/testing/database.ts";

/** An entry of a channel's log, as it stands in the table. */
export interface LogEntry {
  channel: string;
  seq: number;
  name: string;
  /** The uuid of the thread. */
  label: string | null;
  messageId: string | null;
  /** Who wrote the message, and under which key. */
  author: string | null;
  key: string | null;
  body: string | null;
  version: number | null;
  /** Milliseconds. */
  at: number;
}

/** When a person may see a channel: from `from` on, and before `to`. */
export interface Span {
  channel: string;
  person: string;
  from: number;
  to: number | null;
}

const entries = `select channel_id as channel, seq, name, label, data->>'messageId' as "messageId",
  data->>'authorId' as author, data->>'clientKey' as key, data->>'body' as body,
  (data->>'version')::int as version, (extract(epoch from at) * 1000)::float8 as at
  from channel_update where channel_id = any(select id from channel where kind = 'GROUP') order by channel_id, seq`;

const spans = `select channel_id as channel, person_id as person, from_seq as "from", to_seq as "to"
  from membership_span order by channel_id, person_id, from_seq`;

/** Copies what PostgreSQL has into the folder: what everything else is held against. */
export async function dumpLog(databaseUrl: string, folder: string, era: number): Promise<void> {
  const write = (name: string, rows: object[]) =>
    writeFileSync(
      path.join(folder, `${name}-${era}.jsonl`),
      rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    );
  write("log", await readRows(databaseUrl, entries, []));
  write("spans", await readRows(databaseUrl, spans, []));
}
