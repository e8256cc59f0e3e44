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

/** What came of one of several runs: a verdict, or why there is none. */
export interface Result {
  name: string;
  verdict?: Verdict;
  broke?: string;
}

const columns: readonly [string, (verdict: Verdict) => string | number][] = [
  ["", ({ clean }) => (clean ? "clean" : "NOT CLEAN")],
  ["acknowledged", ({ acknowledged }) => acknowledged],
  ["unknown", ({ unknown }) => unknown],
  ["delivered", ({ delivered }) => delivered],
  ["lost", ({ lost }) => lost],
  ["doubled", ({ doubled }) => doubled],
  ["swapped", ({ outOfOrder }) => outOfOrder],
  ["phantom", ({ phantom }) => phantom],
  ["leaked", ({ leaked }) => leaked],
  ["broken", ({ broken }) => broken],
  ["p99 ms", ({ p99 }) => p99],
  ["converge ms", ({ convergeMs }) => convergeMs],
  ["recover ms", ({ recover }) => listed(recover)],
];

/** One line for each run, and one of JSON for all. */
export function printSummary(results: readonly Result[]): void {
  const lines = results.map(({ name, verdict, broke }) => [
    name,
    ...(verdict
      ? columns.map(([, cell]) => `${cell(verdict)}`)
      : [`broke down: ${broke?.split("\n")[0]}`]),
  ]);
  const titles = ["", ...columns.map(([title]) => title)];
  const width = (at: number) =>
    Math.max(
      ...[titles, ...lines.filter(({ length }) => length > 2)].map((line) => line[at].length),
    );
  write("\nAll of them");
  for (const line of [titles, ...lines])
    write(
      line
        .map((cell, at) => cell.padEnd(width(at)))
        .join("  ")
        .trimEnd(),
    );
  for (const { name, verdict } of results)
    for (const finding of verdict?.findings ?? []) write(`  ! ${name}: ${finding}`);
  write(JSON.stringify({ clean: results.filter(({ verdict }) => verdict?.clean).length, results }));
}

const listed = (counts: Record<string, number | undefined>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ") || "none";
