import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
} from "graphql";
import type { Audience, RequestContext, Viewer } from "./context.ts";
import { actualCost } from "./cost.ts";
import { Deadlines } from "./deadlines.ts";
import type { Present } from "./faults.ts";
import type { Gate, Operation } from "./gate.ts";
import { isLiveSource, type LiveSource } from "./liveSource.ts";
import { type Balance, balanceOf } from "./points.ts";
import { Answers, type Kitchen, knownAnswers, recentAnswers } from "./sharing/answers.ts";

/** What a resolver may ask about the operation that it serves. */
export interface Running {
  cost: number;
  balance(): Balance;
  /** Aborted when the operation has run out of time: stop waiting, stop reading. */
  signal: AbortSignal;
}

/** One operation that runs. Most ask nothing about themselves. */
class Run implements Running {
  readonly cost: number;
  readonly #bucket: Operation["bucket"];
  #aborter: AbortController | null = null;
  /** It has run out of time. */
  late = false;

  constructor({ cost, bucket }: Operation) {
    this.cost = cost;
    this.#bucket = bucket;
  }

  balance(): Balance {
    return balanceOf(this.#bucket);
  }

  get signal(): AbortSignal {
    this.#aborter ??= new AbortController();
    if (this.late) this.#aborter.abort();
    return this.#aborter.signal;
  }

  abort(): void {
    this.late = true;
    this.#aborter?.abort();
  }
}

const running = new WeakMap<object, Running>();

/** What runs with this context; null outside the transports. `Query.rateLimit` is answered from it. */
export const runningOf = (context: object): Running | null => running.get(context) ?? null;

const timedOut = (ms: number) =>
  new GraphQLError(`This took longer than ${ms / 1000} s. Ask for less at a time.`, {
    extensions: { code: "TIMED_OUT", retryAfter: 1 },
  });

/** What became of a subscription: refused, a live field's source, or the answers of any other kind. */
export type Followed<C extends RequestContext> =
  | { kind: "refused"; result: FormattedExecutionResult }
  | { kind: "live"; source: LiveSource; answers: Answers<C> }
  | { kind: "other"; answers: AsyncIterableIterator<FormattedExecutionResult> };

/** Runs admitted operations within their time, on every transport alike. */
export class Runner<C extends RequestContext> {
  readonly #gate: Gate;
  readonly #present: Present;
  readonly #ran: (kind: string, seconds: number) => void;
  #count = 0;
  readonly #idle = new Set<() => void>();
  readonly #contextFor: (audience: Audience, beside?: C) => C;
  readonly #kitchen: Kitchen<C>;
  readonly #deadlines: Deadlines;

  constructor(options: {
    gate: Gate;
    present: Present;
    contextFor: (audience: Audience, beside?: C) => C;
    /** Hears how long each query, mutation and live answer took. */
    ran: (kind: string, seconds: number) => void;
    /** Hears that answers of this type, marked as shared, asked for the viewer. */
    downgraded: (typename: string) => void;
  }) {
    this.#gate = options.gate;
    this.#present = options.present;
    this.#contextFor = options.contextFor;
    this.#ran = options.ran;
    this.#deadlines = new Deadlines(options.gate.limits.operationMs);
    this.#kitchen = {
      contextFor: options.contextFor,
      answer: (operation, context, event) => {
        const result = this.#execute(operation, context, event);
        return result instanceof Promise
          ? result.then((each) => this.#formatted(each))
          : this.#formatted(result);
      },
      downgraded: options.downgraded,
      recent: recentAnswers(),
      known: knownAnswers(),
    };
  }

  /** A query or a mutation, with its price in the answer's extensions. */
  async run(operation: Operation, viewer: Viewer | null): Promise<FormattedExecutionResult> {
    const { document, definition, cost, bucket } = operation;
    const result = await this.#execute(operation, this.#contextFor(viewer));
    const { schema } = this.#gate;
    const actual = Math.min(
      cost,
      actualCost({ schema, document, operation: definition, data: result.data }),
    );
    bucket.give(cost - actual);
    const { remaining, restoreRate } = balanceOf(bucket);
    return {
      ...this.#formatted(result),
      extensions: {
        ...result.extensions,
        cost: { requested: cost, actual, remaining, restoreRate },
      },
    };
  }

  /**
   * A subscription. Each answer is executed with a context of its own, so that nothing loaded for one is believed for
   * the next. `failed` is told when another source than a live field's breaks; its answers then just end.
   */
  async follow(
    operation: Operation,
    viewer: Viewer | null,
    failed: (error: unknown) => void,
  ): Promise<Followed<C>> {
    const source = await this.#within(operation, this.#contextFor(viewer), async (args, run) => {
      const events = await createSourceEventStream(args);
      // It came after its time: nobody will read it, so it is let go here.
      if (run.late && Symbol.asyncIterator in events)
        await events[Symbol.asyncIterator]().return?.();
      return events;
    });
    if (!(Symbol.asyncIterator in source))
      return { kind: "refused", result: this.#formatted(source) };
    if (isLiveSource(source))
      return { kind: "live", source, answers: Answers.of(operation, viewer, this.#kitchen) };
    return { kind: "other", answers: this.#oneByOne(source, { operation, viewer, failed }) };
  }

  /** By hand: an async generator cannot be returned while it waits for its source. */
  #oneByOne(
    source: AsyncIterable<unknown>,
    {
      operation,
      viewer,
      failed,
    }: { operation: Operation; viewer: Viewer | null; failed: (error: unknown) => void },
  ): AsyncIterableIterator<FormattedExecutionResult> {
    const events = source[Symbol.asyncIterator]();
    const done = { done: true as const, value: undefined };
    let over = false;
    const answers: AsyncIterableIterator<FormattedExecutionResult> = {
      next: async () => {
        try {
          const event = over ? done : await events.next();
          // Whoever let go meanwhile gets nothing more, whatever the source still holds.
          if (over || event.done) return done;
          const context = this.#contextFor(viewer);
          const result = await this.#execute(operation, context, event.value);
          return { done: false, value: this.#formatted(result) };
        } catch (error) {
          over = true;
          failed(error);
          return done;
        }
      },
      return: async () => {
        over = true;
        await events.return?.();
        return done;
      },
      [Symbol.asyncIterator]: () => answers,
    };
    return answers;
  }

  /** Resolves when nothing is running, or when what runs has had the time that an operation may take. */
  async idle(): Promise<void> {
    if (this.#count === 0) return;
    const { operationMs } = this.#gate.limits;
    await new Promise<void>((resolve) => {
      this.#idle.add(resolve);
      setTimeout(resolve, operationMs).unref();
    });
  }

  #execute(
    operation: Operation,
    context: C,
    rootValue?: unknown,
  ): ExecutionResult | Promise<ExecutionResult> {
    return this.#within(operation, context, (args) => {
      args.rootValue = rootValue;
      return operation.plan.execute(args);
    });
  }

  /** What needs no waiting is given at once: of one live answer there may be thousands. */
  #within<R extends object>(
    operation: Operation,
    context: C,
    work: (args: ExecutionArgs, run: Run) => R | Promise<R>,
  ): R | ExecutionResult | Promise<R | ExecutionResult> {
    const { document, definition, variables } = operation;
    const { schema, limits } = this.#gate;
    const run = new Run(operation);
    running.set(context, run);
    const startedAt = performance.now();
    const ended = () => this.#ran(definition.operation, (performance.now() - startedAt) / 1000);
    const args: ExecutionArgs = {
      schema,
      document,
      operationName: definition.name?.value ?? null,
      variableValues: variables,
      contextValue: context,
      options: { maxCoercionErrors: limits.coercionErrors },
    };
    const working = work(args, run);
    if (!(working instanceof Promise)) {
      ended();
      return working;
    }
    this.#count += 1;
    return new Promise((resolve, reject) => {
      const tooLate = () => {
        run.abort();
        ended();
        resolve({ errors: [timedOut(limits.operationMs)] });
      };
      this.#deadlines.add(tooLate);
      const settled = () => {
        this.#settled();
        if (run.late) return;
        this.#deadlines.delete(tooLate);
        ended();
      };
      working.then(settled, settled);
      working.then(resolve, reject);
    });
  }

  #settled(): void {
    this.#count -= 1;
    if (this.#count > 0) return;
    for (const resolve of this.#idle) resolve();
    this.#idle.clear();
  }

  #formatted(result: ExecutionResult): FormattedExecutionResult {
    const { errors, ...rest } = result;
    return errors ? { ...rest, errors: errors.map(this.#present) } : rest;
  }
}
