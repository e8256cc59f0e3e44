import { createHash } from "node:crypto";
import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
  visit,
  BREAK,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Bucket } from "./bucket.ts";
import type { Caller, Request } from "./caller.ts";
import { type ClientHole, readHole } from "./clientHole.ts";
import { estimateCost } from "./cost.ts";
import { badInput, unauthenticated } from "./errors.ts";
import { throttled } from "./faults.ts";
import { problemInInputs } from "./inputs.ts";
import type { GraphqlLimits } from "./limits.ts";
import type { Points } from "./points.ts";
import { documentRule } from "./rules.ts";
import { type Fallback, type Plan, Plans } from "./sharing/plans.ts";

/** An operation that may run: everything that can be known beforehand has been checked and paid for. */
export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  plan: Plan;
  cost: number;
  bucket: Bucket;
}

const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code, ...error.extensions },
  });

function readsSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field(node) {
      if (node.name.value !== "__schema" && node.name.value !== "__type") return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** The one way to an operation: each transport goes through it, so a limit cannot hold on one and not on another. */
export class Gate {
  readonly schema: GraphQLSchema;
  readonly limits: GraphqlLimits;
  readonly rule: ValidationRule;
  readonly #points: Points;
  readonly #persisted: ReadonlyMap<string, string>;
  readonly #strangersReadSchema: boolean;
  readonly #holeTold: (hole: ClientHole, caller: Caller) => void;
  readonly #plans: Plans;
  readonly #read = new LRUCache<string, DocumentNode>({
    max: 1_000,
    maxSize: 4_000_000,
    sizeCalculation: (_, source) => source.length + 1,
  });

  constructor(options: {
    schema: GraphQLSchema;
    limits: GraphqlLimits;
    points: Points;
    persisted: ReadonlyMap<string, string>;
    strangersReadSchema: boolean;
    /** Hears of each execution that compiled code could not do. */
    fellBack: (reason: Fallback) => void;
    /** Hears of what a client missed. */
    holeTold: (hole: ClientHole, caller: Caller) => void;
  }) {
    this.schema = options.schema;
    this.limits = options.limits;
    this.rule = documentRule(options.limits);
    this.#points = options.points;
    this.#persisted = options.persisted;
    this.#strangersReadSchema = options.strangersReadSchema;
    this.#holeTold = options.holeTold;
    this.#plans = new Plans(options.schema, options.fellBack);
  }

  /** One point for knocking, so that documents which never run are not free. Throws THROTTLED. */
  knock(caller: Caller): void {
    const bucket = this.#points.of(caller);
    if (!bucket.take(1)) throw throttled("You have no points left; wait a moment.", bucket.wait(1));
  }

  /** The document's text, by itself or by its hash. Throws what is wrong with it. */
  source({ query, extensions }: Request): string {
    const persisted = extensions?.["persistedQuery"];
    if (typeof persisted === "object" && persisted !== null) {
      const hash = (persisted as Record<string, unknown>)["sha256Hash"];
      const known = typeof hash === "string" ? this.#persisted.get(hash) : undefined;
      if (!query && known === undefined)
        throw new GraphQLError("No document is kept under this hash; send the document itself.", {
          extensions: { code: "PERSISTED_QUERY_NOT_FOUND" },
        });
      if (query && createHash("sha256").update(query).digest("hex") !== hash)
        throw badInput("The hash is not that of the document.");
      if (known !== undefined) return known;
    }
    if (!query) throw badInput("Send a GraphQL document as `query`.");
    if (query.length > this.limits.characters)
      throw new GraphQLError(
        `A document may have ${this.limits.characters} characters; this has ${query.length}.`,
        { extensions: { code: "QUERY_TOO_COMPLEX" } },
      );
    return query;
  }

  /** The document of a text that was found good before. */
  known(source: string): DocumentNode | null {
    return this.#read.get(source) ?? null;
  }

  /** A text was found good by the same rule and numbers elsewhere. */
  remember(source: string, document: DocumentNode): void {
    this.#read.set(source, document);
  }

  /**
   * Parses and validates, a text that was good before only once. For HTTP Apollo does the same with the same rule and
   * numbers.
   */
  read(source: string): DocumentNode | readonly GraphQLError[] {
    const known = this.#read.get(source);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: this.limits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [coded(error, "GRAPHQL_PARSE_FAILED")];
    }
    const errors = validate(this.schema, document, [...specifiedRules, this.rule], {
      maxErrors: this.limits.validationErrors,
    });
    if (errors.length > 0) return errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
    this.#read.set(source, document);
    return document;
  }

  /** The last look at a valid document with its variables: what it may read, how large its inputs are, its price. */
  admit(
    asked: Omit<Request, "query"> & { document: DocumentNode },
    caller: Caller,
  ): Operation | readonly GraphQLError[] {
    const { document, operationName, variables } = asked;
    const definition = getOperationAST(document, operationName);
    if (!definition) return [badInput(this.#whichOperation(document))];
    if (definition.operation === "subscription" && !caller.streams)
      return [badInput("Subscriptions are served over the socket and over /graphql/stream.")];
    if (!caller.viewer && !this.#strangersReadSchema && readsSchema(document))
      return [unauthenticated()];
    const given = variables ?? {};
    const problem = problemInInputs(document, given, this.limits);
    if (problem) return [problem];
    const values = getVariableValues(this.schema, definition.variableDefinitions ?? [], given, {
      maxErrors: this.limits.coercionErrors,
    });
    if (values.errors) return values.errors.map((error) => coded(error, "BAD_USER_INPUT"));
    const admitted = this.#price(document, definition, given, caller);
    const hole = "cost" in admitted && caller.viewer && readHole(asked.extensions);
    if (hole && definition.operation === "subscription") this.#holeTold(hole, caller);
    return admitted;
  }

  #price(
    document: DocumentNode,
    definition: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Operation | readonly GraphQLError[] {
    const { schema, limits } = this;
    const plan = this.#plans.of(document, definition);
    let cost: number;
    try {
      cost = plan.costWith(variables, () =>
        estimateCost({ schema, document, operation: definition, variables, limits }),
      );
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [coded(error, "BAD_USER_INPUT")];
    }
    if (cost > limits.cost)
      return [
        new GraphQLError(`An operation may cost ${limits.cost} points; this may cost ${cost}.`, {
          extensions: { code: "QUERY_TOO_COMPLEX", cost: { requested: cost } },
        }),
      ];
    const bucket = this.#points.of(caller);
    // The knock paid the first point.
    if (!bucket.take(cost - 1))
      return [throttled(`This costs ${cost} points, and you have fewer.`, bucket.wait(cost - 1))];
    return { document, definition, variables, plan, cost, bucket };
  }

  #whichOperation(document: DocumentNode): string {
    const names = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? ""] : [],
    );
    if (names.length === 0) return "This document has no operation.";
    return names.length > 1
      ? "This document has several operations: say which in `operationName`."
      : "This document has no operation of that name.";
  }
}
