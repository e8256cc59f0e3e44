import {
  type GraphQLField,
  GraphQLError,
  type GraphQLSchema,
  isLeafType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type DocumentNode,
} from "graphql";
// Its ESM build imports graphql's other module format, whose classes are not those of the schema.
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity/cjs";
import type { GraphqlLimits } from "./limits.ts";

const WRITE = 10;
const wrappers = new Set(["edges", "node", "nodes", "pageInfo"]);

const isConnection = (type: GraphQLNamedType) => type.name.endsWith("Connection");

/** What one object of this field costs without what is beneath it: a leaf nothing, an object 1, a write 10. */
function ownCost(
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType,
  schema: GraphQLSchema,
): number {
  const stated = field.extensions["complexity"];
  if (typeof stated === "number") return stated;
  if (parent === schema.getMutationType()) return WRITE;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return 0;
  // The node is priced by its connection: first × (1 + child).
  const wraps = wrappers.has(field.name) && /(Connection|Edge)$/.test(parent.name);
  return wraps || isConnection(type) ? 0 : 1;
}

function pageOf(args: Readonly<Record<string, unknown>>, limits: GraphqlLimits): number | null {
  let page: number | null = null;
  for (const name of ["first", "last"]) {
    const size = args[name];
    if (typeof size !== "number") continue;
    if (size < 1 || size > limits.pageSize)
      throw new GraphQLError(`"${name}" is a number from 1 to ${limits.pageSize}.`, {
        extensions: { code: "BAD_USER_INPUT" },
      });
    page = Math.max(page ?? 0, size);
  }
  return page;
}

/** A list that comes with the request (`ids`) is answered item by item. */
function itemsOf(args: Readonly<Record<string, unknown>>): number {
  return Math.max(
    1,
    ...Object.values(args).map((value) => (Array.isArray(value) ? value.length : 1)),
  );
}

/**
 * Points that an operation may cost at most, known before it runs: a connection counts `first × (1 + child)`.
 * Throws BAD_USER_INPUT for a page size out of range.
 */
export function estimateCost(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  limits: GraphqlLimits;
}): number {
  const { schema, document, operation, variables, limits } = options;
  const estimate = ({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number => {
    const own = ownCost(field, type, schema);
    const page = pageOf(args, limits);
    if (isConnection(getNamedType(field.type)))
      return own + (page ?? limits.defaultPageSize) * (1 + childComplexity);
    return (page ?? itemsOf(args)) * (own + childComplexity);
  };
  const cost = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [estimate],
    ...(operation.name && { operationName: operation.name.value }),
  });
  return Math.max(1, cost);
}

/** What the answer came to by the same prices. Fields that share an answer's key are counted once. */
export function actualCost(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  data: unknown;
}): number {
  const { schema, document, operation, data } = options;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);

  const walk = (
    set: SelectionSetNode,
    type: GraphQLNamedType,
    value: object,
    seen: Set<string>,
  ): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const field =
          isObjectType(type) || isInterfaceType(type)
            ? type.getFields()[selection.name.value]
            : undefined;
        if (field && !seen.has(key) && key in value) {
          seen.add(key);
          cost += priced(
            field,
            type,
            selection.selectionSet,
            (value as Record<string, unknown>)[key],
          );
        }
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        const condition =
          fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
        if (fragment) cost += walk(fragment.selectionSet, condition ?? type, value, seen);
      }
    }
    return cost;
  };
  const priced = (
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
    set: SelectionSetNode | undefined,
    value: unknown,
  ): number => {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value))
      return value.reduce<number>((sum, item) => sum + priced(field, parent, set, item), 0);
    const type = getNamedType(field.type);
    const isNode =
      (field.name === "node" && parent.name.endsWith("Edge")) ||
      (field.name === "nodes" && isConnection(parent));
    const own = isNode ? 1 : ownCost(field, parent, schema);
    return own + (set && typeof value === "object" ? walk(set, type, value, new Set()) : 0);
  };

  const root = schema.getRootType(operation.operation);
  if (!root || typeof data !== "object" || data === null) return 1;
  return Math.max(1, walk(operation.selectionSet, root, data, new Set()));
}
