import type { Benchmark } from "../harness/benchmark.ts";
import { connect } from "./connect.ts";
import { fanouts } from "./fanout.ts";
import { httpPage } from "./httpPage.ts";
import { memory } from "./memory.ts";
import { history, unread } from "./reading.ts";
import { send } from "./send.ts";
import { slow } from "./slow.ts";
import { stall } from "./stall.ts";

/** In the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  ...fanouts,
  ...memory,
  connect,
  slow,
  stall,
  history,
  unread,
  send,
  httpPage,
];
