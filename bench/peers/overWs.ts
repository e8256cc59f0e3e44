import { createServer } from "node:http";
import type { GraphQLSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { listen } from "./control.ts";

/** graphql-ws on ws as its documentation sets it up. */
export function serveGraphqlWs(
  schema: GraphQLSchema,
  context?: () => Record<string, unknown>,
): void {
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: "/graphql" });
  useServer({ schema, ...(context && { context }) }, sockets);
  listen(server);
}
