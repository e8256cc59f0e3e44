import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { LogEntry, Span } from "../harness/dump.ts";
import type { Event, Of } from "../harness/events.ts";

export interface RunInfo {
  name: string;
  seed: number;
  seconds: number;
  /** Every restart was planned: no try may fail. */
  planned: boolean;
  /** The machine has other work: the bars on times are not held against it. */
  patient: boolean;
}

/** The log and the spans between two restores. */
export interface Era {
  log: LogEntry[];
  spans: Span[];
}

/** All that the checker reads. */
export interface Evidence {
  run: RunInfo;
  events: Event[];
  eras: Era[];
}

export function readEvidence(folder: string): Evidence {
  const lines = <T>(name: string): T[] =>
    readFileSync(path.join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as T);
  const eras: Era[] = [];
  for (let era = 0; existsSync(path.join(folder, `log-${era}.jsonl`)); era++)
    eras.push({ log: lines(`log-${era}.jsonl`), spans: lines(`spans-${era}.jsonl`) });
  const run = JSON.parse(readFileSync(path.join(folder, "run.json"), "utf8")) as RunInfo;
  return { run, events: lines("history.jsonl"), eras };
}

export const ofKind = <Kind extends Event["kind"]>(events: readonly Event[], kind: Kind) =>
  events.filter((event): event is Of<Kind> => event.kind === kind);
