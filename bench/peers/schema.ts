import { buildSchema, type GraphQLSchema } from "graphql";
import { personUuid } from "../load/event.ts";

export const typeDefs = /* GraphQL */ `
  interface LiveUpdate {
    cursor: String!
    seq: Int!
    prev: Int!
    at: String!
  }
  type Live implements LiveUpdate {
    cursor: String!
    seq: Int!
    prev: Int!
    at: String!
  }
  type MessageSent implements LiveUpdate {
    cursor: String!
    seq: Int!
    prev: Int!
    at: String!
    message: Message!
  }
  union ThreadUpdate = MessageSent | Live
  type Person {
    id: ID!
    name: String!
    profession: String
    isViewer: Boolean!
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
  type Query {
    messages(first: Int!): [Message!]!
  }
  type Subscription {
    threadUpdates(threadId: ID!): ThreadUpdate!
  }
`;

/** Who the operation's context says is asking. */
interface Asking {
  viewer?: string;
}

export const isViewer = (
  person: { id: string },
  _args: unknown,
  context: Asking | undefined,
): boolean => person.id === (context?.viewer ?? personUuid(0));

/** The schema for graphql-js itself; `follow` gives the updates of a topic. */
export function stockSchema(follow: (topic: string) => AsyncIterable<unknown>): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const updates = schema.getSubscriptionType()?.getFields()["threadUpdates"];
  if (!updates) throw new Error("the schema has no threadUpdates");
  updates.subscribe = (_source, { threadId }: { threadId: string }) => follow(threadId);
  updates.resolve = (update: unknown) => update;
  const person = schema.getType("Person");
  if (person && "getFields" in person) {
    const field = person.getFields()["isViewer"];
    if (field && "resolve" in field) field.resolve = isViewer;
  }
  return schema;
}
