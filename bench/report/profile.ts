import { readFileSync } from "node:fs";
import { markdownTable } from "./table.ts";

interface Node {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
}
interface Profile {
  nodes: Node[];
  samples: number[];
  timeDeltas: number[];
}

const place = ({ functionName, url, lineNumber }: Node["callFrame"]): string =>
  `${functionName || "(anonymous)"} ${url.replace(/^.*\/(node_modules|server)\//, "$1/")}${url ? `:${lineNumber + 1}` : ""}`;

/** The functions that the server's time went into by themselves, the most costly first. */
export function topFunctions(files: readonly string[], count: number): string {
  const self = new Map<string, number>();
  let total = 0;
  for (const file of files) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8")) as Profile;
    const places = new Map(nodes.map((node) => [node.id, place(node.callFrame)]));
    for (const [i, sample] of samples.entries()) {
      const where = places.get(sample) ?? "";
      if (where === "(idle) " || where === "(program) ") continue;
      const micros = timeDeltas[i] ?? 0;
      self.set(where, (self.get(where) ?? 0) + micros);
      total += micros;
    }
  }
  const rows = [...self].sort((a, b) => b[1] - a[1]).slice(0, count);
  return markdownTable([
    ["self", "ms", "function"],
    ...rows.map(([where, micros]) => [
      `${((micros / total) * 100).toFixed(1)} %`,
      (micros / 1000).toFixed(0),
      where,
    ]),
  ]);
}
