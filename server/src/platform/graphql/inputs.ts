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

function problemIn(
  value: unknown,
  field: string,
  limits: GraphqlLimits,
  nesting: number,
): GraphQLError | null {
  if (typeof value === "string") return tooLong(value, field, limits);
  if (typeof value !== "object" || value === null) return null;
  if (nesting > NESTING) return wrong("These variables are nested too deep.");
  if (Array.isArray(value) && value.length > limits.listItems)
    return wrong(`"${field}" may have ${limits.listItems} items; this has ${value.length}.`);
  for (const [key, child] of Object.entries(value)) {
    const problem = problemIn(child, Array.isArray(value) ? field : key, limits, nesting + 1);
    if (problem) return problem;
  }
  return null;
}

/** The first text or list among the variables that is longer than any field takes. */
export function problemInVariables(
  variables: Readonly<Record<string, unknown>>,
  limits: GraphqlLimits,
): GraphQLError | null {
  return problemIn(variables, "variables", limits, 0);
}

/** The same for what is written into the document itself. */
export function problemInLiterals(
  document: DocumentNode,
  limits: GraphqlLimits,
): GraphQLError | null {
  let problem: GraphQLError | null = null;
  const fields: string[] = [];
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
    ListValue(node) {
      if (node.values.length > limits.listItems)
        problem ??= wrong(
          `"${fields.at(-1) ?? "list"}" may have ${limits.listItems} items; this has ${node.values.length}.`,
        );
    },
  });
  return problem;
}
