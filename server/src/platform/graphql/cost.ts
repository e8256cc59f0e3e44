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

/** A field of an answer that has a price, or something beneath it that has one. */
interface Priced {
  key: string;
  /** For each object that stands there. */
  own: number;
  beneath: readonly Priced[];
}

/** By operation, since the same ones run again and again. */
const pricedIn = new WeakMap<OperationDefinitionNode, readonly Priced[]>();

/** What the answer came to by the same prices. Fields that share an answer's key are counted once. */
export function actualCost(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  data: unknown;
}): number {
  const { schema, document, operation, data } = options;
  if (typeof data !== "object" || data === null) return 1;
  let priced = pricedIn.get(operation);
  if (!priced) {
    const root = schema.getRootType(operation.operation);
    priced = root ? readPrices(schema, document, operation.selectionSet, root) : [];
    pricedIn.set(operation, priced);
  }
  return Math.max(1, sumOf(priced, data as Record<string, unknown>));
}

function sumOf(priced: readonly Priced[], value: Readonly<Record<string, unknown>>): number {
  let sum = 0;
  for (const field of priced) sum += costOf(field, value[field.key]);
  return sum;
}

function costOf(field: Priced, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) {
    let sum = 0;
    for (const item of value) sum += costOf(field, item);
    return sum;
  }
  if (field.beneath.length === 0 || typeof value !== "object") return field.own;
  return field.own + sumOf(field.beneath, value as Record<string, unknown>);
}

/** What has a price in an answer to these selections; leaves, which are most of it, have none. */
function readPrices(
  schema: GraphQLSchema,
  document: DocumentNode,
  selections: SelectionSetNode,
  root: GraphQLNamedType,
): readonly Priced[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);

  const read = (
    set: SelectionSetNode,
    type: GraphQLNamedType,
    found = new Map<string, Priced>(),
  ): Map<string, Priced> => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const field =
          isObjectType(type) || isInterfaceType(type)
            ? type.getFields()[selection.name.value]
            : undefined;
        if (field && !found.has(key))
          found.set(key, priced(key, field, type, selection.selectionSet));
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition =
        fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (fragment) read(fragment.selectionSet, condition ?? type, found);
    }
    return found;
  };
  const priced = (
    key: string,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
    set: SelectionSetNode | undefined,
  ): Priced => {
    const type = getNamedType(field.type);
    const isNode =
      (field.name === "node" && parent.name.endsWith("Edge")) ||
      (field.name === "nodes" && isConnection(parent));
    const own = isNode ? 1 : ownCost(field, parent, schema);
    return { key, own, beneath: set ? worthReading(read(set, type)) : [] };
  };
  return worthReading(read(selections, root));
}

const worthReading = (found: ReadonlyMap<string, Priced>): readonly Priced[] =>
  [...found.values()].filter(({ own, beneath }) => own > 0 || beneath.length > 0);
