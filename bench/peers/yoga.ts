// GraphQL Yoga with its own pub/sub, over graphql-ws as its documentation says.
import { createServer, type IncomingMessage } from "node:http";
import type { ExecutionArgs } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { createPubSub, createSchema, createYoga } from "graphql-yoga";
import { type WebSocket, WebSocketServer } from "ws";
import { eventOf, threadId } from "../load/event.ts";
import { listen, onPublish } from "./control.ts";
import { isViewer, typeDefs } from "./schema.ts";

interface Enveloped {
  execute(args: ExecutionArgs): unknown;
  subscribe(args: ExecutionArgs): unknown;
}

const pubsub = createPubSub<Record<string, [event: unknown]>>();
const yoga = createYoga({
  schema: createSchema({
    typeDefs,
    resolvers: {
      Person: { isViewer },
      Subscription: {
        threadUpdates: {
          subscribe: (_source: unknown, args: { threadId: string }) =>
            pubsub.subscribe(args.threadId),
          resolve: (update: unknown) => update,
        },
      },
    },
  }),
  logging: false,
});
const server = createServer((request, response) => void yoga(request, response));
const sockets = new WebSocketServer({ server, path: yoga.graphqlEndpoint });
useServer(
  {
    execute: (args: any) => (args.rootValue as Enveloped).execute(args) as any,
    subscribe: (args: any) => (args.rootValue as Enveloped).subscribe(args) as any,
    onSubscribe: async (ctx, _id, params) => {
      const extra = ctx.extra as { request: IncomingMessage; socket: WebSocket };
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...ctx,
        req: extra.request,
        socket: extra.socket,
        params,
      });
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      };
      const errors = validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  },
  sockets,
);
listen(server);
onPublish((room, seq) => pubsub.publish(threadId(room), eventOf(room, seq)));
