// Mercurius on Fastify with its just-in-time compiler, and its emitter wide enough for large rooms.
import fastify from "fastify";
import mercurius from "mercurius";
import mqemitter from "mqemitter";
import { eventOf, threadId } from "../load/event.ts";
import { onPublish, tellPort } from "./control.ts";
import { isViewer, typeDefs } from "./schema.ts";

const app = fastify();
const resolvers = {
  Person: { isViewer },
  ThreadUpdate: { resolveType: ({ __typename }: { __typename: string }) => __typename },
  LiveUpdate: { resolveType: ({ __typename }: { __typename: string }) => __typename },
  Subscription: {
    threadUpdates: {
      subscribe: async (_source: unknown, args: { threadId: string }, { pubsub }: any) =>
        pubsub.subscribe(args.threadId),
    },
  },
};
await app.register(mercurius, {
  schema: typeDefs,
  resolvers: resolvers as any,
  jit: 1,
  subscription: { emitter: mqemitter({ concurrency: 10_000 }) },
});
await app.listen({ port: 0, host: "127.0.0.1", backlog: 4096 });
tellPort((app.server.address() as { port: number }).port);
onPublish((room, seq) => {
  const topic = threadId(room);
  app.graphql.pubsub.publish({ topic, payload: { threadUpdates: eventOf(room, seq) } });
});
