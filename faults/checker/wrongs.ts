import type { Invariant } from "./invariants.ts";

/** The wrongs that must be none. `broken` is what has no column of its own. */
export type Wrong = "lost" | "doubled" | "outOfOrder" | "phantom" | "leaked" | "broken";

const WORDS = 5;

/** Counts what is wrong, and keeps the first of each kind in words. */
export class Wrongs {
  readonly counts: Record<Wrong, number> = {
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    phantom: 0,
    leaked: 0,
    broken: 0,
  };
  readonly findings: string[] = [];
  readonly #words = new Map<string, number>();

  add(wrong: Wrong, invariant: Invariant, words: string): void {
    this.counts[wrong] += 1;
    const kind = `${invariant} ${wrong}`;
    const before = this.#words.get(kind) ?? 0;
    this.#words.set(kind, before + 1);
    if (before < WORDS) this.findings.push(`${kind}: ${words}`);
  }
}
