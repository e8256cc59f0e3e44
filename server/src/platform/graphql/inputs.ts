import { type DocumentNode, GraphQLError, visit } from "graphql";
import type { GraphqlLimits } from "./limits.ts";

const NESTING = 20;

const wrong = (message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

function tooLong(text: string, field: string, limits: GraphqlLimits): GraphQLError | null {
  const limit = limits.longTexts.has(field) ? limits.longTextLength : limits.textLength;
  return text.length > limit
    ? wrong(`"${field}" may have ${limit} characters; this has ${text.length}.`)
    : null;
}

function tooMany(
  { length }: readonly unknown[],
  field: string,
  limits: GraphqlLimits,
): GraphQLError | null {
  return length > limits.listItems
    ? wrong(`"${field}" may have ${limits.listItems} items; this has ${length}.`)
    : null;
}

function problemIn(
  value: unknown,
  field: string,
  limits: GraphqlLimits,
  nesting: number,
): GraphQLError | null {
  if (typeof value === "string") return tooLong(value, field, limits);
  if (typeof value !== "object" || value === null) return null;
  if (nesting > NESTING) return wrong("These variables are nested too deep.");
  const many = Array.isArray(value) ? tooMany(value, field, limits) : null;
  if (many) return many;
  for (const [key, child] of Object.entries(value)) {
    const problem = problemIn(child, Array.isArray(value) ? field : key, limits, nesting + 1);
    if (problem) return problem;
  }
  return null;
}

/** What a document says of the inputs, whoever sends it with whatever variables. */
interface Written {
  problem: GraphQLError | null;
  /** Variables that fill a long text directly, and its field. */
  long: ReadonlyMap<string, string>;
}

/** By document, since the same ones come again and again. */
const known = new WeakMap<DocumentNode, Written>();

function readDocument(document: DocumentNode, limits: GraphqlLimits): Written {
  let problem: GraphQLError | null = null;
  const fields: string[] = [];
  const long = new Map<string, string>();
  const named = {
    enter: (node: { name: { value: string } }) => void fields.push(node.name.value),
    leave: () => void fields.pop(),
  };
  visit(document, {
    Argument: named,
    ObjectField: named,
    StringValue(node) {
      problem ??= tooLong(node.value, fields.at(-1) ?? "text", limits);
    },
    ListValue({ values }) {
      problem ??= tooMany(values, fields.at(-1) ?? "list", limits);
    },
    Variable({ name: { value } }) {
      const field = fields.at(-1);
      if (field !== undefined && limits.longTexts.has(field)) long.set(value, field);
    },
  });
  return { problem, long };
}

/** The first text or list, in the document or among its variables, that is longer than its place takes. */
export function problemInInputs(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limits: GraphqlLimits,
): GraphQLError | null {
  let written = known.get(document);
  if (!written) {
    written = readDocument(document, limits);
    known.set(document, written);
  }
  let { problem } = written;
  for (const [name, value] of Object.entries(variables))
    problem ??= problemIn(value, written.long.get(name) ?? `$${name}`, limits, 0);
  return problem;
}
