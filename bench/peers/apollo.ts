// Apollo Server on Express as its documentation sets it up, with a DataLoader for the authors: what most would write.
// With SESSION_SECRET it also finds the session of each request and asks whether that person may read the thread.
import { createServer } from "node:http";
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import type DataLoader from "dataloader";
import express from "express";
import { Pool } from "pg";
import { listen } from "./control.ts";
import {
  authorsOf,
  cursorOf,
  globalId,
  mayRead,
  type MessageRow,
  pageTypeDefs,
  personOf,
  type PersonRow,
  readPage,
  readThread,
  shownMessage,
  uuidOf,
} from "./pageSchema.ts";

interface Asking {
  authors: DataLoader<string, PersonRow>;
  /** null for a stranger. */
  personId: string | null;
}
interface ThreadRow {
  id: string;
  title: string;
  last: number;
}

const secret = process.env["SESSION_SECRET"];
const pool = new Pool({ connectionString: process.env["DATABASE_URL"] });
const apollo = new ApolloServer<Asking>({
  typeDefs: pageTypeDefs,
  resolvers: {
    Node: { __resolveType: () => "Thread" },
    Query: {
      node: async (_source, { id }: { id: string }, { personId }: Asking) => {
        const readable = !secret || (personId && (await mayRead(pool, uuidOf(id), personId)));
        return readable ? readThread(pool, uuidOf(id)) : null;
      },
    },
    Thread: {
      id: ({ id }: ThreadRow) => globalId("Thread", id),
      messages: async (thread: ThreadRow, { last }: { last: number }) => ({
        edges: (await readPage(pool, thread, last)).map((node) => ({
          cursor: cursorOf(node.seq),
          node: { ...shownMessage(node), author_id: node.author_id },
        })),
      }),
    },
    Message: {
      author: async ({ author_id }: MessageRow, _args, { authors }: Asking) => {
        const { id, ...person } = await authors.load(author_id);
        return { id: globalId("Person", id), ...person };
      },
    },
  },
});
await apollo.start();
const app = express();
app.use(
  "/graphql",
  express.json(),
  expressMiddleware(apollo, {
    context: async ({ req }) => ({
      authors: authorsOf(pool),
      personId: secret ? await personOf(pool, req.headers.cookie, secret) : null,
    }),
  }),
);
listen(createServer(app));
