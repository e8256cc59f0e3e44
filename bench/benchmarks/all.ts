import type { Benchmark } from "../harness/benchmark.ts";
import { board } from "./board.ts";
import { connect } from "./connect.ts";
import { directory } from "./directory.ts";
import { e2e } from "./e2e.ts";
import { fanouts } from "./fanouts.ts";
import { members, nodes, rooms } from "./growth.ts";
import { httpPage } from "./httpPage.ts";
import { bulkImport } from "./import.ts";
import { latency } from "./latency.ts";
import { leak } from "./leak.ts";
import { memory } from "./memory.ts";
import { presence } from "./presence.ts";
import { history, unread } from "./reading.ts";
import { redisHop } from "./redisHop.ts";
import { send } from "./send.ts";
import { slow } from "./slow.ts";
import { stall } from "./stall.ts";

/** In the order of the table. */
export const benchmarks: readonly Benchmark[] = [
  ...fanouts,
  ...latency,
  e2e,
  ...memory,
  connect,
  slow,
  redisHop,
  nodes,
  rooms,
  members,
  stall,
  history,
  unread,
  directory,
  board,
  bulkImport,
  send,
  httpPage,
  presence,
  leak,
];
