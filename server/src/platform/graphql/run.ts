import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
} from "graphql";
import type { RequestContext } from "./context.ts";
import { actualCost } from "./cost.ts";
import type { Present } from "./faults.ts";
import type { Gate, Operation } from "./gate.ts";
import { type Balance, balanceOf } from "./points.ts";

/** What a resolver may ask about the operation that it serves. */
export interface Running {
  cost: number;
  balance(): Balance;
  /** Aborted when the operation has run out of time: stop waiting, stop reading. */
  signal: AbortSignal;
}

const running = new WeakMap<object, Running>();

/** What runs with this context; null outside the transports. `Query.rateLimit` is answered from it. */
export const runningOf = (context: object): Running | null => running.get(context) ?? null;

const timedOut = (ms: number) =>
  new GraphQLError(`This took longer than ${ms / 1000} s. Ask for less at a time.`, {
    extensions: { code: "TIMED_OUT", retryAfter: 1 },
  });

/** Runs admitted operations within their time, on every transport alike. */
export class Runner<C extends RequestContext> {
  readonly #gate: Gate;
  readonly #present: Present;
  readonly #ran: (kind: string, seconds: number) => void;
  #count = 0;
  readonly #idle = new Set<() => void>();

  constructor(options: {
    gate: Gate;
    present: Present;
    /** Hears how long each query, mutation and live answer took. */
    ran: (kind: string, seconds: number) => void;
  }) {
    this.#gate = options.gate;
    this.#present = options.present;
    this.#ran = options.ran;
  }

  /** A query or a mutation, with its price in the answer's extensions. */
  async run(operation: Operation, context: C): Promise<FormattedExecutionResult> {
    const { document, definition, cost, bucket } = operation;
    const result = await this.#execute(operation, context);
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
   * A subscription: its answers, each executed with a context of its own, so that nothing loaded for one update is
   * believed for the next. `failed` is told when the source breaks; the answers then just end.
   */
  async follow(
    operation: Operation,
    freshContext: () => C,
    failed: (error: unknown) => void,
  ): Promise<AsyncIterableIterator<FormattedExecutionResult> | FormattedExecutionResult> {
    const source = await this.#within(operation, freshContext(), async (args, signal) => {
      const events = await createSourceEventStream(args);
      // It came after its time: nobody will read it, so it is let go here.
      if (signal.aborted && Symbol.asyncIterator in events)
        await events[Symbol.asyncIterator]().return?.();
      return events;
    });
    if (!(Symbol.asyncIterator in source)) return this.#formatted(source);
    const events = source[Symbol.asyncIterator]();
    const done = { done: true as const, value: undefined };
    let over = false;
    // By hand: an async generator cannot be returned while it waits for its source.
    const answers: AsyncIterableIterator<FormattedExecutionResult> = {
      next: async () => {
        try {
          const event = over ? done : await events.next();
          // Whoever let go meanwhile gets nothing more, whatever the source still holds.
          if (over || event.done) return done;
          const result = await this.#execute(operation, freshContext(), event.value);
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

  #execute(operation: Operation, context: C, rootValue?: unknown): Promise<ExecutionResult> {
    return this.#within(operation, context, (args) => execute({ ...args, rootValue }));
  }

  async #within<R>(
    { document, definition, variables, cost, bucket }: Operation,
    context: C,
    work: (args: ExecutionArgs, signal: AbortSignal) => R | Promise<R>,
  ): Promise<R | ExecutionResult> {
    const { schema, limits } = this.#gate;
    const aborter = new AbortController();
    running.set(context, { cost, balance: () => balanceOf(bucket), signal: aborter.signal });
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<ExecutionResult>((resolve) => {
      timer = setTimeout(() => {
        aborter.abort();
        resolve({ errors: [timedOut(limits.operationMs)] });
      }, limits.operationMs);
    });
    this.#count += 1;
    const startedAt = performance.now();
    const working = (async () =>
      work(
        {
          schema,
          document,
          operationName: definition.name?.value ?? null,
          variableValues: variables,
          contextValue: context,
          options: { maxCoercionErrors: limits.coercionErrors },
        },
        aborter.signal,
      ))();
    const settled = () => this.#settled();
    working.then(settled, settled);
    try {
      return await Promise.race([working, tooLate]);
    } finally {
      clearTimeout(timer);
      this.#ran(definition.operation, (performance.now() - startedAt) / 1000);
    }
  }

  #settled(): void {
    this.#count -= 1;
    if (this.#count > 0) return;
    for (const resolve of this.#idle) resolve();
    this.#idle.clear();
  }

  #formatted({ errors, ...result }: ExecutionResult): FormattedExecutionResult {
    return { ...result, ...(errors && { errors: errors.map(this.#present) }) };
  }
}
