// A limit: the same page without GraphQL, by Node's own server and JSON.stringify.
import { createServer } from "node:http";
import { Pool } from "pg";
import { listen } from "./control.ts";
import {
  authorsOf,
  cursorOf,
  globalId,
  readPage,
  readThread,
  shownMessage,
  uuidOf,
} from "./pageSchema.ts";

const pool = new Pool({ connectionString: process.env["DATABASE_URL"] });

async function page(id: string): Promise<object> {
  const thread = await readThread(pool, uuidOf(id));
  if (!thread) return { data: { node: null } };
  const rows = await readPage(pool, thread, 50);
  const authors = await authorsOf(pool).loadMany(rows.map((row) => row.author_id));
  const edges = rows.map((row, i) => {
    const author = authors[i];
    if (!author || author instanceof Error) throw new Error("an author is missing");
    const shown = {
      id: globalId("Person", author.id),
      name: author.name,
      profession: author.profession,
    };
    return { cursor: cursorOf(row.seq), node: { ...shownMessage(row), author: shown } };
  });
  return { data: { node: { id, title: thread.title, messages: { edges } } } };
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { id: string } };
    void page(asked.variables.id).then((answer) => {
      const text = JSON.stringify(answer);
      response.setHeader("content-type", "application/json; charset=utf-8");
      response.setHeader("content-length", Buffer.byteLength(text));
      response.end(text);
    });
  });
});
listen(server);
