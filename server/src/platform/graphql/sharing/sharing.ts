import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * Whose answer a field is. `shared`: everybody's who may see its object. `viewer`: the asking person's alone, as is
 * every field that says nothing: a mark that was forgotten costs time and leaks nothing.
 */
export type Sharing = "shared" | "viewer";

/** The key of the mark among a type's or a field's extensions. A type's mark holds for its fields without a resolver. */
const MARK = "sharing";

const isMarked = ({ extensions }: { extensions: Readonly<Record<string, unknown>> }) =>
  extensions[MARK] === "shared";

const sharedFields = new WeakSet<GraphQLField<unknown, unknown>>();

/** Reads the marks of a schema. Comes before anything is wrapped around its resolvers. */
export function readMarks(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (isMarked(field) || (!field.resolve && isPlain(type, field))) sharedFields.add(field);
  }
}

const isPlain = (type: GraphQLObjectType, { name }: GraphQLField<unknown, unknown>) =>
  isMarked(type) || type.getInterfaces().some((each) => isMarked(each) && name in each.getFields());

const isShared = (field: GraphQLField<unknown, unknown>): boolean => sharedFields.has(field);

/**
 * For each type that a subscription's field can answer with: whether what is selected of it is the same for
 * everybody. Directives are not looked at: what might be selected counts.
 */
export function sharingOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): ReadonlyMap<string, Sharing> {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const reader = new Reader(schema, fragments);
  const root = schema.getSubscriptionType();
  const found = new Map<string, Sharing>();
  for (const { field, selections } of root ? reader.fields(root, definition.selectionSet) : [])
    for (const type of reader.possible(getNamedType(field.type)))
      found.set(type.name, reader.allShared(type, selections) ? "shared" : "viewer");
  return found;
}

interface Selected {
  field: GraphQLField<unknown, unknown>;
  selections: SelectionSetNode;
}

class Reader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  possible(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.#schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }

  allShared(type: GraphQLObjectType, selections: SelectionSetNode): boolean {
    for (const { field, selections: beneath } of this.fields(type, selections)) {
      if (!isShared(field)) return false;
      const shown = getNamedType(field.type);
      if (!isCompositeType(shown)) continue;
      if (!this.possible(shown).every((each) => this.allShared(each, beneath))) return false;
    }
    return true;
  }

  /** What is selected of an object of this type, fragments included. `__typename` is anybody's. */
  *fields(type: GraphQLObjectType, { selections }: SelectionSetNode): Generator<Selected> {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        const none: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };
        if (field) yield { field, selections: selection.selectionSet ?? none };
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#fragments.get(selection.name.value)
          : selection;
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type))
        yield* this.fields(type, fragment.selectionSet);
    }
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#schema.getType(condition);
    return isAbstractType(named) && this.#schema.isSubType(named, type);
  }
}
