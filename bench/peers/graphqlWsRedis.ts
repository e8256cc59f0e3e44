// The same stack with Redis between its nodes, as graphql-redis-subscriptions has it.
import { RedisPubSub } from "graphql-redis-subscriptions";
import { eventOf, threadId } from "../load/event.ts";
import { onPublish } from "./control.ts";
import { serveGraphqlWs } from "./overWs.ts";
import { stockSchema } from "./schema.ts";

const pubsub = new RedisPubSub({ connection: process.env["REDIS_URL"] ?? "" });
serveGraphqlWs(stockSchema((topic) => pubsub.asyncIterator(topic)));
onPublish((room, seq) => void pubsub.publish(threadId(room), eventOf(room, seq)));
