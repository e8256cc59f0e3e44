import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  visit,
} from "graphql";
import type { GraphqlLimits } from "./limits.ts";

/** What a selection set comes to with its fragments written out. */
interface Extent {
  depth: number;
  levels: number;
  aliases: number;
  fields: number;
}

// A connection is one step for the person who reads the query, so it is one step here: a page of a page of things
// stays within the depth that stops circles (a group's threads' groups' threads …).
const connectionSteps = new Set(["edges", "node", "nodes", "pageInfo"]);
// graphql-js has a rule of its own for circles in introspection; its types would fill the depth meant for ours.
const introspectionFields = new Set(["__schema", "__type"]);

function measure(set: SelectionSetNode, fragmentExtent: (name: string) => Extent): Extent {
  const extent: Extent = { depth: 0, levels: 1, aliases: 0, fields: 0 };
  for (const selection of set.selections) {
    let inner: Extent = { depth: 0, levels: 0, aliases: 0, fields: 0 };
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (selection.selectionSet) inner = measure(selection.selectionSet, fragmentExtent);
      extent.fields += 1;
      if (selection.alias) extent.aliases += 1;
      if (introspectionFields.has(name)) inner = { ...inner, depth: 0, levels: 0 };
      extent.depth = Math.max(extent.depth, inner.depth + (connectionSteps.has(name) ? 0 : 1));
      extent.levels = Math.max(extent.levels, inner.levels + 1);
    } else {
      inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? measure(selection.selectionSet, fragmentExtent)
          : fragmentExtent(selection.name.value);
      extent.depth = Math.max(extent.depth, inner.depth);
      extent.levels = Math.max(extent.levels, inner.levels);
    }
    extent.aliases += inner.aliases;
    extent.fields += inner.fields;
  }
  return extent;
}

/** Each fragment is measured once, so a document that doubles at every fragment costs no more than its length. */
function fragmentMeasure(context: ValidationContext) {
  const known = new Map<string, Extent>();
  const nothing: Extent = { depth: 0, levels: 0, aliases: 0, fields: 0 };
  const extentOf = (name: string): Extent => {
    const found = known.get(name);
    if (found) return found;
    // Stands for the fragment while it is being measured; another rule refuses the circle.
    known.set(name, nothing);
    const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(name);
    const extent = fragment ? measure(fragment.selectionSet, extentOf) : nothing;
    known.set(name, extent);
    return extent;
  };
  return extentOf;
}

/** The limits that a document's own text can break, as one validation rule for every transport. */
export function documentRule(limits: GraphqlLimits): ValidationRule {
  return (context): ASTVisitor => ({
    Document(document) {
      const refuse = (message: string) =>
        context.reportError(
          new GraphQLError(message, { extensions: { code: "QUERY_TOO_COMPLEX" } }),
        );
      let directives = 0;
      visit(document, { Directive: () => void directives++ });
      if (directives > limits.directives)
        refuse(`An operation may have ${limits.directives} directives; this has ${directives}.`);
      const extentOf = fragmentMeasure(context);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const { depth, levels, aliases, fields } = measure(definition.selectionSet, extentOf);
        if (depth > limits.depth)
          refuse(`An operation may be ${limits.depth} deep; this is ${depth}.`);
        else if (levels > limits.levels)
          refuse(`An operation may have ${limits.levels} levels; this has ${levels}.`);
        if (aliases > limits.aliases)
          refuse(`An operation may have ${limits.aliases} aliases; this has ${aliases}.`);
        if (fields > limits.selections)
          refuse(`An operation may select ${limits.selections} fields; this selects ${fields}.`);
      }
    },
  });
}
