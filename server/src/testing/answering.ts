import assert from "node:assert/strict";
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
} from "graphql";
import type { Context } from "../house/context.ts";
import { wasTouched } from "../platform/graphql/context.ts";
import { Plans } from "../platform/graphql/sharing/plans.ts";
import { buildSchema } from "../schema/schema.ts";

const plans = new Plans(buildSchema(), (reason) =>
  assert.equal(reason, "errors", "every operation can be compiled"),
);

/**
 * Subscribes, and answers each event with a context of its own, as the transports do. An answer that is marked as
 * everybody's is made without a viewer too, and has to be the same. Throws what refuses the subscription.
 */
export async function answering(
  args: ExecutionArgs,
  contextFor: (shared: boolean) => Context,
): Promise<AsyncIterableIterator<ExecutionResult>> {
  const events = await createSourceEventStream({ ...args, contextValue: contextFor(false) });
  if (!(Symbol.asyncIterator in events)) throw events.errors?.[0] ?? new Error("refused");
  const source = events[Symbol.asyncIterator]();
  const definition = getOperationAST(args.document);
  assert(definition);
  const plan = plans.of(args.document, definition);
  const stream: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const { done, value } = await source.next();
      if (done) return { done: true, value: undefined };
      const own = await execute({ ...args, rootValue: value, contextValue: contextFor(false) });
      if (plan.isShared((value as object).constructor.name)) {
        const shared = contextFor(true);
        const answer = await plan.execute({ ...args, rootValue: value, contextValue: shared });
        assert(!wasTouched(shared), "an answer marked as shared asked for the viewer");
        assert.equal(JSON.stringify(answer), JSON.stringify(own));
      }
      return { done: false, value: own };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
