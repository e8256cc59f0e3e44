import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { vi } from "vitest";

const asking = new AsyncLocalStorage<string[]>();

/** Watches every connection of this process. Call it once, before the world opens. */
export function watchStatements(): void {
  const client = pg.Client.prototype as {
    query: (this: pg.Client, ...args: unknown[]) => unknown;
  };
  const { query } = client;
  vi.spyOn(client, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    asking
      .getStore()
      ?.push(typeof first === "string" ? first : String((first as { text?: string }).text));
    return query.apply(this, args);
  });
}

/** The statements that `work` caused, and nothing that runs beside it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  await asking.run(statements, work);
  return statements;
}
