import { readRows } from "../server/src/testing/database.ts";

/** An entry of the channel's log, as it stands in the table. */
export interface LogEntry {
  seq: number;
  name: string;
  /** The uuid of the thread. */
  label: string | null;
  messageId: string | null;
  body: string | null;
}

/** The whole log of the channel that a thread is in. */
export function readLog(databaseUrl: string, threadId: string): Promise<LogEntry[]> {
  return readRows<LogEntry>(
    databaseUrl,
    `select seq, name, label, data->>'messageId' as "messageId", data->>'body' as body
     from channel_update
     where channel_id = (select channel_id from channel_update where label = $1 limit 1)
     order by seq`,
    [threadId],
  );
}
