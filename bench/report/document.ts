import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Benchmark, Outcome } from "../harness/benchmark.ts";
import { details, summary } from "./table.ts";

const file = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));

/** What the figures were taken on; nothing that names the machine. */
function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${model}), ${memory} GiB of memory, Node ${process.version}`;
}

/** Writes docs/benchmarks.md, which is made by the command and by nobody's hand. */
export function writeDocument(
  benchmarks: readonly Benchmark[],
  outcomes: readonly Outcome[],
  minutes: number,
): void {
  const about = benchmarks.map(({ name, about: what }) => `- **${name}**: ${what}`).join("\n");
  writeFileSync(
    file,
    `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine()}. It took ${Math.round(minutes)} minutes.
How each figure is taken, and how it is made sure that the load client is not what is measured, stands in
\`bench/README.md\`. Ours is the production build with authentication, policies, limits and keep-alive on, over PostgreSQL
and Redis. Trust the ratios, which compare stacks of one interleaved run; absolute figures are this machine's.

- **CPU/M**: processor seconds of the server process, user and system, for a million deliveries.
- **with the write**: the same with the mutation that sends each message on the same node. Without it, messages come out
  of the log, where other nodes have put them; the peers are handed theirs in memory, without any write.
- **void**: the load client was above 0.9 of a core, so the rate may be its own.

## Summary

${summary(outcomes)}

## What is measured

${about}

## Details

${details(outcomes)}
`,
  );
}
