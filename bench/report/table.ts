import type { Outcome } from "../harness/benchmark.ts";

type Figures = Outcome["ours"];

const number = (value: number | null): string => {
  if (value === null) return "void";
  if (!Number.isFinite(value)) return "n/a";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
};

const list = (figures: Figures): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${number(value)}`)
    .join(", ");

const verdict = ({ ok, aim }: Outcome): string =>
  !ok ? "FAILED" : Object.values(aim).every(({ holds }) => holds) ? "ok, aim met" : "ok";

function bounds({ ratios, gate, aim }: Outcome): string {
  return Object.entries(ratios)
    .map(([what, value]) => {
      const asked = [
        gate[what] && `gate ${gate[what].bound}${gate[what].holds ? "" : " missed"}`,
        aim[what] && `aim ${aim[what].bound}${aim[what].holds ? "" : " missed"}`,
      ].filter(Boolean);
      return `${what} ${number(value)} (${asked.join(", ")})`;
    })
    .join("; ");
}

/** Rows of a Markdown table, columns padded as the formatter does. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** The summary: one row a benchmark. */
export function summary(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => [
    outcome.name,
    verdict(outcome),
    bounds(outcome),
    list(outcome.ours),
  ]);
  return markdownTable([["benchmark", "verdict", "bounds", "ours"], ...rows]);
}

/** Each stack of each benchmark, for whoever wants to see what the ratios are made of. */
export function details(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ name, ours, peers, correctness, notes }) => {
      const columns = Object.keys(ours);
      const others = Object.entries(peers);
      const all = [...new Set([...columns, ...others.flatMap(([, each]) => Object.keys(each))])];
      const row = (stack: string, figures: Figures) => [
        stack,
        ...all.map((column) => (column in figures ? number(figures[column] ?? null) : "")),
      ];
      const table = markdownTable([
        ["stack", ...all],
        row("ours", ours),
        ...others.map(([stack, figures]) => row(stack, figures)),
      ]);
      const checked = `Checked: ${correctness.checked.toLocaleString("en")}. Faults: ${correctness.faults.length === 0 ? "none" : correctness.faults.join("; ")}.`;
      return [`### ${name}`, table, ...notes, checked].join("\n\n");
    })
    .join("\n\n");
}
