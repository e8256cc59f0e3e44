import {
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";
import { setTimeout as wait } from "node:timers/promises";
import type { RequestContext } from "../context.ts";
import { runningOf } from "../run.ts";
import type { Source } from "./source.ts";

const page = { first: { type: GraphQLInt }, last: { type: GraphQLInt } };

function connectionOf(name: string, node: () => GraphQLOutputType) {
  const edge = new GraphQLObjectType({
    name: `${name}Edge`,
    fields: () => ({ node: { type: node() } }),
  });
  return new GraphQLObjectType({
    name: `${name}Connection`,
    fields: () => ({
      edges: { type: new GraphQLList(edge) },
      nodes: { type: new GraphQLList(node()) },
    }),
  });
}

const some = (count: number) => {
  const nodes = Array.from({ length: count }, (_, index) => ({ id: String(index) }));
  return { nodes, edges: nodes.map((node) => ({ node })) };
};

/** People who know people: enough to break every limit. `ticks` gives what the test puts into `source`. */
export function testSchema(source: () => Source): GraphQLSchema {
  const person: GraphQLObjectType = new GraphQLObjectType({
    name: "Person",
    fields: () => ({
      id: { type: new GraphQLNonNull(GraphQLID) },
      friend: { type: person, resolve: () => ({ id: "1" }) },
      friends: {
        type: friends,
        args: page,
        resolve: (_, { first }: { first?: number }) => some(Math.min(first ?? 2, 2)),
      },
    }),
  });
  const friends: GraphQLObjectType = connectionOf("Friend", () => person);
  const text = { text: { type: GraphQLString } };
  const echo = (_: unknown, args: { text?: string }) => args.text ?? null;
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, RequestContext>({
      name: "Query",
      fields: {
        hello: { type: GraphQLString, resolve: () => "hello" },
        viewer: { type: GraphQLString, resolve: (_, __, { viewer }) => viewer?.personId ?? null },
        person: { type: person, resolve: () => ({ id: "0" }) },
        people: {
          type: friends,
          args: page,
          resolve: (_, { first }: { first?: number }) => some(Math.min(first ?? 2, 2)),
        },
        byId: {
          type: new GraphQLList(person),
          args: { ids: { type: new GraphQLList(GraphQLID) } },
          resolve: (_, { ids }: { ids: string[] }) => ids.map((id) => ({ id })),
        },
        echo: {
          type: GraphQLString,
          args: { ...text, body: { type: GraphQLString } },
          resolve: echo,
        },
        add: {
          type: GraphQLInt,
          args: { numbers: { type: new GraphQLList(GraphQLInt) } },
          resolve: (_, { numbers }: { numbers: number[] }) =>
            numbers.reduce((sum, number) => sum + number, 0),
        },
        slow: {
          type: GraphQLString,
          args: { ms: { type: GraphQLInt } },
          resolve: (_, { ms }: { ms: number }) => wait(ms, "done"),
        },
        broken: {
          type: GraphQLString,
          resolve: () => {
            throw new Error('select "secret" from person at /srv/x.ts:1');
          },
        },
        gone: {
          type: GraphQLString,
          resolve: () => {
            throw new GraphQLError("There is nothing here.", { extensions: { code: "NOT_FOUND" } });
          },
        },
        cost: { type: GraphQLInt, resolve: (_, __, context) => runningOf(context)?.cost },
      },
    }),
    mutation: new GraphQLObjectType({
      name: "Mutation",
      fields: { say: { type: GraphQLString, args: text, resolve: echo } },
    }),
    subscription: new GraphQLObjectType({
      name: "Subscription",
      fields: {
        ticks: {
          type: GraphQLString,
          subscribe: () => source(),
          resolve: (event: string) => event,
        },
        late: { type: GraphQLString, subscribe: () => wait(150).then(source) },
        refused: {
          type: GraphQLString,
          subscribe: () => {
            throw new Error('select "secret" from person');
          },
        },
      },
    }),
  });
}
