import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import express from "express";
import {
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from "graphql";
import {
  isMany,
  touchViewer,
  type Audience,
  type RequestContext,
  type Viewer,
} from "../../platform/graphql/context.ts";
import { mountGraphql, type GraphqlHost } from "../../platform/graphql/host.ts";
import { readMarks } from "../../platform/graphql/sharing/sharing.ts";
import { createMetrics, type Metrics } from "../../platform/telemetry/metrics.ts";
import type { View } from "../course.ts";
import { quiet, Told, type Ground } from "./ground.ts";

/** A context as the house's: who stands for many has no viewer. */
class Asking implements RequestContext {
  readonly #audience: Audience;

  constructor(audience: Audience) {
    this.#audience = audience;
  }

  get viewer(): Viewer | null {
    return isMany(this.#audience) ? touchViewer(this) : this.#audience;
  }
}

const shared = { extensions: { sharing: "shared" } };
const nobody = "nobody";
const who = ({ viewer }: RequestContext) => viewer?.personId ?? nobody;

/** Fields of every kind of sharing: honest ones, one for the viewer, and two whose marks are wrong. */
function toldType(live: Ground["live"], channelId: string): GraphQLObjectType<Told, Asking> {
  return new GraphQLObjectType<Told, Asking>({
    name: "Told",
    ...shared,
    isTypeOf: (value) => value instanceof Told,
    fields: {
      seq: { type: new GraphQLNonNull(GraphQLInt) },
      prev: { type: new GraphQLNonNull(GraphQLInt) },
      cursor: {
        type: GraphQLString,
        ...shared,
        resolve: ({ seq }) => live.cursor(channelId, seq),
      },
      body: { type: GraphQLString, ...shared, resolve: ({ entry }) => entry.data["body"] },
      late: {
        type: GraphQLString,
        ...shared,
        // Earlier ones take longer than later ones.
        resolve: ({ seq }) => wait(5 - (seq % 6), `late ${seq}`),
      },
      sometimes: {
        type: GraphQLString,
        ...shared,
        resolve: ({ seq }) => {
          if (seq % 10 === 0) throw new Error('select "secret" from message');
          if (seq % 5 === 0)
            throw new GraphQLError("Not now.", { extensions: { code: "NOT_FOUND" } });
          return "well";
        },
      },
      letters: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
        ...shared,
        resolve: ({ entry, seq }) =>
          String(entry.data["body"])
            .split("a")
            .map((part) => (seq % 7 ? part : null)),
      },
      mine: { type: GraphQLString, resolve: (_, __, context) => `for ${who(context)}` },
      forgotten: {
        type: GraphQLString,
        ...shared,
        resolve: (_, __, context) => `also for ${who(context)}`,
      },
      hushed: {
        type: GraphQLString,
        ...shared,
        resolve: async (_, __, context) => {
          try {
            return who(context);
          } catch {
            return nobody;
          }
        },
      },
    },
  });
}

const control = (name: string) =>
  new GraphQLObjectType({
    name,
    ...shared,
    isTypeOf: (value: object) => value.constructor.name === name,
    fields: { seq: { type: GraphQLInt } },
  });

const view: View = { name: "told", project: (entry) => Object.assign(new Told(), { entry }) };

export interface SharedWorld {
  url: string;
  host: GraphqlHost;
  schema: GraphQLSchema;
  metrics: Metrics;
  stop(): Promise<void>;
}

/** One node's transports over one channel: "Bearer NAME" is the person of that name. */
export async function sharedWorld(ground: Ground, channelId: string): Promise<SharedWorld> {
  const app = express();
  const server = createServer(app);
  const metrics = createMetrics();
  const told = toldType(ground.live, channelId);
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: "Query", fields: { none: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType<unknown, Asking>({
      name: "Subscription",
      fields: {
        told: {
          type: new GraphQLUnionType({
            name: "Answer",
            types: [told, ...["Live", "Heartbeat", "Skipped", "Reset", "Ended"].map(control)],
          }),
          args: { after: { type: GraphQLString } },
          subscribe: (_, { after }: { after?: string }, { viewer }) =>
            ground.live.follow(channelId, {
              personId: viewer?.personId ?? randomUUID(),
              view,
              after,
              spans: true,
            }),
          resolve: (update) => update,
        },
      },
    }),
  });
  readMarks(schema);
  const host = await mountGraphql<Asking>({
    app,
    server,
    schema,
    authenticate: async (_request, authorization = "") => {
      const personId = authorization.replace("Bearer ", "");
      return personId ? { personId, sessionId: randomUUID(), scopes: "all" } : null;
    },
    contextFor: (audience) => new Asking(audience),
    publicUrl: "http://baraza.test",
    strangersReadSchema: false,
    metrics,
    limits: { closeMs: 100, drainMs: 50, strangersPerAddress: 100 },
    log: quiet,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    host,
    schema,
    metrics,
    async stop() {
      host.closeAll(1001);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The context of one viewer, for whoever executes by themselves. */
export const asking = (personId: string) =>
  new Asking({ personId, sessionId: null, scopes: "all" });
