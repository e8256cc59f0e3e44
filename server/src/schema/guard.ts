import type { GraphQLField, GraphQLSchema } from "graphql";
import type { Context } from "../house/context.ts";
import { unauthenticated } from "../platform/graphql/errors.ts";
import type { RootRule, RootRules } from "../platform/policy/rule.ts";
import { checkScope } from "./scopes.ts";

/** Puts each root field behind its rule. A field without a rule, or a rule without a field, does not start. */
export function guardRootFields(schema: GraphQLSchema, rules: RootRules): void {
  const known = new Set<string>();
  for (const type of [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ])
    for (const field of Object.values(type?.getFields() ?? {})) {
      const rule = rules[field.name];
      if (!rule) throw new Error(`the root field ${field.name} has no row in any room's rules`);
      known.add(field.name);
      guard(field, rule);
    }
  const idle = Object.keys(rules).filter((name) => !known.has(name));
  if (idle.length > 0) throw new Error(`rules without a root field: ${idle.join(", ")}`);
}

function guard(field: GraphQLField<unknown, Context>, rule: RootRule): void {
  const { resolve, subscribe } = field;
  if (resolve && !subscribe)
    field.resolve = (source, args, ctx, info) => {
      check(ctx, rule);
      return resolve(source, args, ctx, info);
    };
  if (subscribe)
    field.subscribe = (source, args, ctx, info) => {
      check(ctx, rule);
      return subscribe(source, args, ctx, info);
    };
}

function check(ctx: Context, { anonymous, scope }: RootRule): void {
  if (!ctx.viewer && !anonymous) throw unauthenticated();
  checkScope(ctx, scope);
}
