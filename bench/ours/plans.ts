import { readFileSync, statSync } from "node:fs";
import { onServer } from "../../server/src/testing/database.ts";
import { pause } from "../harness/clock.ts";
import type { BigWorld } from "./bigWorld.ts";

/** A statement that the server has sent, with PostgreSQL's plan of it. */
export interface Statement {
  ms: number;
  text: string;
}

const NAME = "bench_big_1";

/** From now on PostgreSQL writes the plan of every statement of a new connection into its log. */
export async function explain({ databaseUrl }: BigWorld, on: boolean): Promise<void> {
  const settings = on
    ? ["set session_preload_libraries = 'auto_explain'", "set auto_explain.log_min_duration = 0"]
    : ["reset session_preload_libraries", "reset auto_explain.log_min_duration"];
  for (const setting of settings) await onServer(databaseUrl, `alter database ${NAME} ${setting}`);
}

/**
 * The statements of the node while `work` was done. Its clocks ask now and then too, so of some times the one with
 * the fewest counts.
 */
export async function statementsOf(
  big: BigWorld,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  let fewest: Statement[] | null = null;
  for (let i = 0; i < 5; i++) {
    const found = await statementsOnce(big, work);
    if (!fewest || found.length < fewest.length) fewest = found;
  }
  return fewest ?? [];
}

async function statementsOnce(
  { logFile }: BigWorld,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  await pause(100);
  const from = statSync(logFile).size;
  await work();
  await pause(100);
  const log = readFileSync(logFile).subarray(from).toString("utf8");
  return log
    .split(/^.*LOG: {2}duration: /m)
    .slice(1)
    .map((text) => ({ ms: Number.parseFloat(text), text }));
}

/** Tables that were read from end to end; small ones are rightly. */
export const scansOf = (statements: readonly Statement[], table: string): number =>
  statements.filter(({ text }) => new RegExp(`Seq Scan on ${table}\\b`).test(text)).length;
