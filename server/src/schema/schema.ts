import { type GraphQLSchema, isAbstractType } from "graphql";
import { buildSchemaSync, getMetadataStorage } from "type-graphql";
import { administrationRules } from "../features/administration/policy.ts";
import { directoryRules } from "../features/directory/policy.ts";
import { discussionRules } from "../features/discussion/policy.ts";
import { groupRules } from "../features/groups/policy.ts";
import { joiningRules } from "../features/joining/policy.ts";
import { inboxRules } from "../features/inbox/policy.ts";
import { networkRules } from "../features/networks/policy.ts";
import { organisationRules } from "../features/organisations/policy.ts";
import { peopleRules } from "../features/people/policy.ts";
import { programmeRules } from "../features/programmes/policy.ts";
import { DateTime } from "../platform/graphql/scalars.ts";
import { readMarks } from "../platform/graphql/sharing/sharing.ts";
import type { RootRules } from "../platform/policy/rule.ts";
import { guardRootFields } from "./guard.ts";
import { nodeRules } from "./nodes.ts";
import { rateLimitRules } from "./rateLimit.ts";
import { resolvers } from "./resolvers.ts";
import { guardReads } from "./scopes.ts";

/** One row for each root field. */
export const rootRules: RootRules = {
  ...nodeRules,
  ...rateLimitRules,
  ...peopleRules,
  ...networkRules,
  ...organisationRules,
  ...groupRules,
  ...joiningRules,
  ...programmeRules,
  ...discussionRules,
  ...directoryRules,
  ...inboxRules,
  ...administrationRules,
};

/** The library wants a bus before it builds subscriptions; each of ours follows a channel instead. */
const noBus = {
  publish() {
    throw new Error("facts are stated in the log, not published");
  },
  subscribe(): never {
    throw new Error("a live field needs its own subscribe");
  },
};

let schema: GraphQLSchema | null = null;

/** The whole schema with every root field behind its rule. Built once in a process. */
export function buildSchema(): GraphQLSchema {
  if (schema) return schema;
  // What has no resolver is read off its object, without the wrappers of one.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const built = buildSchemaSync({
    resolvers,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false,
    pubSub: noBus,
  });
  describeRoots(built);
  nameTypesAtOnce(built);
  tellUpdatesAtOnce(built);
  readMarks(built);
  guardRootFields(built, rootRules);
  guardReads(built);
  schema = built;
  return schema;
}

/** The library makes the answer a promise, which compiled operations do not wait for: they would all run twice. */
function nameTypesAtOnce(built: GraphQLSchema): void {
  for (const type of Object.values(built.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = (value: object) => value.constructor.name;
}

/**
 * What a live field tells is the update itself. The library would read the field's arguments for each answer anew, as
 * promises, so that no answer could be made without waiting.
 */
function tellUpdatesAtOnce(built: GraphQLSchema): void {
  for (const field of Object.values(built.getSubscriptionType()?.getFields() ?? {}))
    field.resolve = (update: unknown) => update;
}

/** The library has no place for these. */
function describeRoots(built: GraphQLSchema): void {
  const [query, mutation, subscription] = [
    built.getQueryType(),
    built.getMutationType(),
    built.getSubscriptionType(),
  ];
  if (query) query.description = "What can be read. Begin with `viewer`.";
  if (mutation)
    mutation.description =
      "What can be done. A wish that cannot be met is told in the payload's `errors`.";
  if (subscription)
    subscription.description =
      "What can be followed live, from a cursor on: over WebSocket, or server-sent events.";
}
