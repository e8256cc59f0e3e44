import { inspect } from "node:util";
import type { Services } from "../ours/services.ts";
import type { Child } from "./child.ts";
import { round } from "./stats.ts";

export type Bound = readonly [">=" | "<=", number];

/** One figure that must keep to a bound. */
export interface Check {
  what: string;
  value: number;
  /** What a change may not fall below. */
  gate?: Bound;
  /** What Baraza claims. */
  aim?: Bound;
}

type Figures = Record<string, number | null>;

/** What a benchmark has found out. */
export interface Measured {
  ours: Figures;
  peers: Record<string, Figures>;
  checks: Check[];
  /** How much was compared, and what was wrong with it. */
  correctness: { checked: number; faults: string[] };
  notes?: string[];
}

/** What a benchmark is given. */
export interface Bench {
  services: Services;
  /** Rounds of an interleaved run: at least five, fewer for a quick look. */
  rounds: number;
  /** A short run, for a look at whether it still works. */
  quick: boolean;
  /** The full length for what is shortened in a usual run. */
  long: boolean;
  /** Runs the work; takes a profile of the server meanwhile when one is asked for. */
  profiled<T>(server: Child, work: () => Promise<T>): Promise<T>;
}

export interface Benchmark {
  name: string;
  /** What is measured, in one sentence for the table's foot. */
  about: string;
  run(bench: Bench): Promise<Measured>;
}

/** One line of the JSON output. */
export interface Outcome {
  name: string;
  ours: Figures;
  peers: Record<string, Figures>;
  ratios: Record<string, number>;
  gate: Record<string, { bound: string; holds: boolean }>;
  aim: Record<string, { bound: string; holds: boolean }>;
  ok: boolean;
  correctness: Measured["correctness"];
  notes: string[];
}

const holds = (value: number, [sign, bound]: Bound): boolean =>
  sign === ">=" ? value >= bound : value <= bound;

export function outcomeOf(name: string, measured: Measured): Outcome {
  const { ours, peers, checks, correctness, notes = [] } = measured;
  const verdicts = (kind: "gate" | "aim") =>
    Object.fromEntries(
      checks.flatMap(({ what, value, [kind]: bound }) =>
        bound ? [[what, { bound: bound.join(" "), holds: holds(value, bound) }]] : [],
      ),
    );
  const gate = verdicts("gate");
  const met = Object.values(gate).every((each) => each.holds);
  return {
    name,
    ours: rounded(ours),
    peers: Object.fromEntries(Object.entries(peers).map(([peer, all]) => [peer, rounded(all)])),
    ratios: Object.fromEntries(checks.map(({ what, value }) => [what, round(value, 3)])),
    gate,
    aim: verdicts("aim"),
    ok: met && correctness.faults.length === 0,
    correctness,
    notes,
  };
}

/** A benchmark that broke down is told as one, and the others go on. */
export function brokenOf(name: string, error: unknown): Outcome {
  const fault = inspect(error).slice(0, 1_500);
  return {
    name,
    ours: {},
    peers: {},
    ratios: {},
    gate: {},
    aim: {},
    ok: false,
    correctness: {
      checked: 0,
      faults: [fault],
    },
    notes: [],
  };
}

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value === null ? null : round(value)]),
  );
