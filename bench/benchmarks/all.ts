import type { Benchmark } from "../harness/benchmark.ts";
import { fanouts } from "./fanout.ts";

/** In the order of the table. */
export const benchmarks: readonly Benchmark[] = [...fanouts];
