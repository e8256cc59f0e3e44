import { createHmac, timingSafeEqual } from "node:crypto";
import DataLoader from "dataloader";
import type { Pool } from "pg";

/** The part of the schema that a page of messages needs, with the names that ours has. */
export const pageTypeDefs = /* GraphQL */ `
  type Person {
    id: ID!
    name: String!
    profession: String
  }
  type Message {
    id: ID!
    seq: Int!
    body: String!
    version: Int!
    createdAt: String!
    editedAt: String
    withdrawnAt: String
    authorRole: String
    author: Person!
  }
  type MessageEdge {
    cursor: String!
    node: Message!
  }
  type MessageConnection {
    edges: [MessageEdge!]!
  }
  type Thread {
    id: ID!
    title: String!
    messages(last: Int!): MessageConnection!
  }
  union Node = Thread
  type Query {
    node(id: ID!): Node
  }
`;

export interface PersonRow {
  id: string;
  name: string;
  profession: string | null;
}
export interface MessageRow {
  id: string;
  seq: number;
  body: string;
  version: number;
  created_at: Date;
  edited_at: Date | null;
  withdrawn_at: Date | null;
  author_role: string;
  author_id: string;
}

export const globalId = (type: string, uuid: string): string =>
  Buffer.from(`${type}:${uuid}`).toString("base64url");
export const uuidOf = (id: string): string =>
  Buffer.from(id, "base64url").toString("latin1").split(":")[1] ?? "";

export async function readThread(pool: Pool, id: string) {
  const { rows } = await pool.query<{ id: string; title: string; last: number }>({
    name: "thread",
    text: "select id, title, last_message_seq as last from thread where id = $1",
    values: [id],
  });
  return rows[0] ?? null;
}

/** The newest messages by keyset, the oldest of them first: as quick as it gets. */
export async function readPage(pool: Pool, thread: { id: string; last: number }, count: number) {
  const { rows } = await pool.query<MessageRow>({
    name: "page",
    text: "select id, seq, body, version, created_at, edited_at, withdrawn_at, author_role, author_id from message where thread_id = $1 and seq > $2 and seq <= $3 order by seq",
    values: [thread.id, thread.last - count, thread.last],
  });
  return rows;
}

export const authorsOf = (pool: Pool): DataLoader<string, PersonRow> =>
  new DataLoader(async (ids) => {
    const { rows } = await pool.query<PersonRow>({
      name: "people",
      text: "select id, name, profession from person where id = any($1)",
      values: [ids],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? new Error(`no person ${id}`));
  });

export const cursorOf = (seq: number): string =>
  Buffer.from(JSON.stringify([seq])).toString("base64url");

export const shownMessage = (row: MessageRow) => ({
  id: globalId("Message", row.id),
  seq: row.seq,
  body: row.body,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  authorRole: row.author_role,
});

/** Who a session's cookie belongs to, as a server of one's own would look it up. */
export async function personOf(pool: Pool, cookies = "", secret = ""): Promise<string | null> {
  const signed = /(?:^|; *)baraza\.session_token=([^;]+)/.exec(cookies)?.[1];
  const [token = "", signature = ""] = decodeURIComponent(signed ?? "").split(".");
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { rows } = await pool.query<{ id: string }>({
    name: "session",
    text: `select "userId" as id from auth.session where token = $1 and "expiresAt" > now()`,
    values: [token],
  });
  return rows[0]?.id ?? null;
}

/** Whether somebody may read a thread: who is in its group may. */
export async function mayRead(pool: Pool, threadId: string, personId: string): Promise<boolean> {
  const { rows } = await pool.query({
    name: "membership",
    text: "select 1 from thread join membership using (group_id) where thread.id = $1 and person_id = $2 and state = 'ACTIVE'",
    values: [threadId, personId],
  });
  return rows.length > 0;
}
