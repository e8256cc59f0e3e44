// graphql-ws with graphql-js and the in-memory pub/sub of graphql-subscriptions: the stack of most tutorials.
import { PubSub } from "graphql-subscriptions";
import { eventOf, threadId } from "../load/event.ts";
import { onPublish } from "./control.ts";
import { serveGraphqlWs } from "./overWs.ts";
import { stockSchema } from "./schema.ts";

const pubsub = new PubSub();
serveGraphqlWs(stockSchema((topic) => pubsub.asyncIterableIterator(topic)));
onPublish((room, seq) => void pubsub.publish(threadId(room), eventOf(room, seq)));
