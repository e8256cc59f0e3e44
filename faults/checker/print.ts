import type { Verdict } from "./verdict.ts";

const write = (line: string) => process.stdout.write(`${line}\n`);

/** The table, and one line of JSON for programs. */
export function printVerdict(verdict: Verdict): void {
  const { recover, faults, acts, figures, findings } = verdict;
  const rows: [string, (string | number)[]][] = [
    [
      "sent | acknowledged | unknown | in log",
      [verdict.sent, verdict.acknowledged, verdict.unknown, verdict.inLog],
    ],
    [
      "expected | delivered | lost | doubled | out of order | phantom | leaked",
      [
        verdict.expected,
        verdict.delivered,
        verdict.lost,
        verdict.doubled,
        verdict.outOfOrder,
        verdict.phantom,
        verdict.leaked,
      ],
    ],
    [
      "p50 | p99 | max | p99 away from faults (ms)",
      [verdict.p50, verdict.p99, verdict.max, verdict.calmP99],
    ],
    ["converge | recover (ms)", [verdict.convergeMs, listed(recover)]],
    ["peak memory of a node (MiB) | streams resumed", [verdict.peakMemoryMb, verdict.resumed]],
    ["faults", [listed(faults)]],
    ["acts", [listed(acts)]],
    ["figures", [listed(figures)]],
  ];
  write(`\n${verdict.name}, seed ${verdict.seed}: ${verdict.clean ? "clean" : "NOT CLEAN"}`);
  for (const [title, cells] of rows) write(`  ${title.padEnd(72)} ${cells.join(" | ")}`);
  for (const finding of findings) write(`  ! ${finding}`);
  write(JSON.stringify(verdict));
}

const listed = (counts: Record<string, number | undefined>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ") || "none";
