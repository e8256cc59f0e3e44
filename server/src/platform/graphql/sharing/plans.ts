import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { sharingOf, type Sharing } from "./sharing.ts";

/** A compiled operation holds about 17 KB. */
const KEPT = 500;
/** Sets of variables of one operation whose cost is remembered. */
const COSTS = 64;
const LONGEST_KEY = 500;
type Variables = Readonly<Record<string, unknown>>;

/** Why graphql-js executes what compiled code would have: it cannot be compiled, or its answer had errors. */
export type Fallback = "uncompiled" | "errors";

/** What is known of one operation of one document, for all who ask it. */
export class Plan {
  /** Differs from that of any other document's operation while this one is kept. */
  readonly name: string;
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #definition: OperationDefinitionNode;
  #sharing: Map<string, Sharing> | null = null;
  #begins: ReadonlySet<string> | null = null;
  readonly #costs = new LRUCache<string, number>({ max: COSTS });
  #runs = 0;
  #compiled: CompiledQuery | null | undefined;
  readonly #fellBack: (reason: Fallback) => void;

  constructor(options: {
    name: string;
    schema: GraphQLSchema;
    document: DocumentNode;
    definition: OperationDefinitionNode;
    fellBack: (reason: Fallback) => void;
  }) {
    this.#fellBack = options.fellBack;
    this.name = options.name;
    this.#schema = options.schema;
    this.#document = options.document;
    this.#definition = options.definition;
  }

  /** Whether a subscription's answers of this type are the same for everybody. */
  isShared(typename: string): boolean {
    this.#sharing ??= new Map(sharingOf(this.#schema, this.#document, this.#definition));
    return this.#sharing.get(typename) === "shared";
  }

  /** Answers of this type turned out to depend on who asks, whatever the marks say. */
  downgrade(typename: string): void {
    this.#sharing?.set(typename, "viewer");
  }

  /**
   * The variables as text, without those that only say where a stream begins: operations with the same plan and the
   * same text get the same answers once they have caught up.
   */
  variablesKey(variables: Variables): string {
    this.#begins ??= beginnings(this.#document, this.#definition);
    const begins = this.#begins;
    const kept = Object.entries(variables).filter(([name]) => !begins.has(name));
    return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What the operation may cost with these variables; `estimate` is asked once for each set of them. */
  costWith(variables: Variables, estimate: () => number): number {
    const key = this.variablesKey(variables);
    // What is written can be long: those who send ever new texts must not fill the memory with them.
    if (key.length > LONGEST_KEY) return estimate();
    let cost = this.#costs.get(key);
    if (cost === undefined) {
      cost = estimate();
      this.#costs.set(key, cost);
    }
    return cost;
  }

  /**
   * Executes by compiled code from the second time on. What has errors is executed again by graphql-js, so that they
   * are told as it tells them; mutations are not compiled, since they must not run twice.
   */
  execute(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
    const compiled = this.#ready();
    if (!compiled) return execute(args);
    const result = compiled.query(args.rootValue, args.contextValue, args.variableValues);
    return result instanceof Promise
      ? result.then((each) => this.#orAgain(each, args))
      : this.#orAgain(result, args);
  }

  #orAgain(
    result: ExecutionResult,
    args: ExecutionArgs,
  ): ExecutionResult | Promise<ExecutionResult> {
    if (!result.errors || result.errors.length === 0) return result;
    this.#fellBack("errors");
    return execute(args);
  }

  #ready(): CompiledQuery | null {
    this.#runs += 1;
    if (this.#definition.operation === "mutation" || this.#runs < 2) return null;
    if (this.#compiled === undefined)
      this.#compiled = compile(this.#schema, this.#document, this.#definition);
    if (!this.#compiled) this.#fellBack("uncompiled");
    return this.#compiled;
  }
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  { name }: OperationDefinitionNode,
): CompiledQuery | null {
  try {
    const compiled = compileQuery(schema, document, name?.value);
    return isCompiledQuery(compiled) ? compiled : null;
  } catch {
    // It cannot do everything that graphql-js can.
    return null;
  }
}

/** Variables that stand for nothing but the `after` of the subscription's field. */
function beginnings(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of selectionSet.selections)
    for (const { name, value } of field.kind === Kind.FIELD ? (field.arguments ?? []) : [])
      if (name.value === "after" && value.kind === Kind.VARIABLE) names.add(value.name.value);
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      uses.set(name.value, (uses.get(name.value) ?? 0) + 1);
    },
  });
  return new Set([...names].filter((name) => uses.get(name) === 1));
}

/** The plans of a node, by document: as many as were used last. */
export class Plans {
  readonly #schema: GraphQLSchema;
  readonly #plans = new LRUCache<OperationDefinitionNode, Plan>({
    max: KEPT,
  });
  readonly #fellBack: (reason: Fallback) => void;
  #count = 0;

  /** @param fellBack hears of each execution that compiled code could not do. */
  constructor(schema: GraphQLSchema, fellBack: (reason: Fallback) => void) {
    this.#schema = schema;
    this.#fellBack = fellBack;
  }

  of(document: DocumentNode, definition: OperationDefinitionNode): Plan {
    let plan = this.#plans.get(definition);
    if (!plan) {
      this.#count += 1;
      plan = new Plan({
        name: String(this.#count),
        schema: this.#schema,
        document,
        definition,
        fellBack: this.#fellBack,
      });
      this.#plans.set(definition, plan);
    }
    return plan;
  }
}
