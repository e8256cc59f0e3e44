import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { Context } from "../house/context.ts";
import { forbidden } from "../platform/graphql/errors.ts";

/** What an app must have been granted to be led to objects of a type, from wherever it comes. */
export const readScopes: ReadonlyMap<string, string> = new Map([
  ["Network", "networks:read"],
  ["Organisation", "organisations:read"],
  ["Group", "groups:read"],
  ["BoardSummary", "groups:read"],
  ["Programme", "programmes:read"],
  ["Wave", "programmes:read"],
  ["ProgrammeRelation", "programmes:read"],
  ["Membership", "groups:read"],
  ["Invitation", "groups:read"],
  ["Application", "groups:read"],
  ["WaitingPlace", "groups:read"],
  ["BulkAct", "groups:read"],
  ["BulkLine", "groups:read"],
  ["BulkGroup", "groups:read"],
  ["Inbox", "messages:read"],
  ["Thread", "messages:read"],
  ["Message", "messages:read"],
]);

/** Throws FORBIDDEN for an app without the scope. A person's own session has all of them. */
export function checkScope({ scopes }: Context, scope: string | undefined): void {
  if (scope && scopes && scopes !== "all" && !scopes.has(scope))
    throw forbidden(`This needs the scope ${scope}, which was not granted.`);
}

/**
 * Puts every field that leads to something readable behind the scope of reading it, so that one granted root field
 * does not open all that hangs on it. What a mutation did is shown to who did it.
 */
export function guardReads(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !roots.includes(type) && !isAnswer(type)) guardFields(type);
}

/** A mutation's payload and what it holds of errors; and the inside of a list, whose field was asked already. */
const isAnswer = (type: GraphQLObjectType) =>
  /(Payload|Connection|Edge)$/.test(type.name) ||
  type.getInterfaces().some(({ name }) => name === "UserError");

function guardFields(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const scope = readScopes.get(getNamedType(field.type).name.replace(/Connection$/, ""));
    if (!scope) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, ctx: Context, info) => {
      checkScope(ctx, scope);
      return resolve(source, args, ctx, info);
    };
  }
}
