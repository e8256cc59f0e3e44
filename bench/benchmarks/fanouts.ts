import type { Benchmark } from "../harness/benchmark.ts";
import type { PeerName } from "../harness/stack.ts";
import { median } from "../harness/stats.ts";
import { cpu, fanOut, measuredOf } from "./fanout.ts";

const all: PeerName[] = [
  "graphql-ws",
  "graphql-ws + Redis",
  "type-graphql + DataLoader",
  "Yoga",
  "Mercurius",
  "ws string loop",
  "raw socket",
];
const stockOnly: PeerName[] = ["graphql-ws", "type-graphql + DataLoader"];

export const fanouts: Benchmark[] = [
  {
    name: "fanout-1k",
    about: "One room of 1,000, two updates under way, 16 leaves.",
    run: async (bench) =>
      measuredOf(
        await fanOut(bench, {
          shape: { rooms: 1, members: 1000, window: 2 },
          following: { stride: 0, clients: 1 },
          peers: all,
          withWrite: true,
        }),
        (ratio) => [
          {
            what: "stock/ours",
            value: ratio("graphql-ws", "ours"),
            gate: [">=", 4.5],
            aim: [">=", 6],
          },
          {
            what: "type-graphql/ours",
            value: ratio("type-graphql + DataLoader", "ours"),
            gate: [">=", 7],
            aim: [">=", 9],
          },
          {
            what: "ours/ws string loop",
            value: ratio("ours", "ws string loop"),
            gate: ["<=", 0.95],
            aim: ["<=", 0.8],
          },
          {
            what: "ours/raw socket",
            value: ratio("ours", "raw socket"),
            gate: ["<=", 1.45],
            aim: ["<=", 1.2],
          },
        ],
        ["mosquitto is not measured."],
      ),
  },
  {
    name: "fanout-5k",
    about: "One room of 5,000, two updates under way.",
    run: async (bench) =>
      measuredOf(
        await fanOut(bench, {
          shape: { rooms: 1, members: 5000, window: 2 },
          following: { stride: 0, clients: 2 },
          peers: stockOnly,
          ms: 2_000,
        }),
        (ratio) => [
          {
            what: "stock/ours",
            value: ratio("graphql-ws", "ours"),
            gate: [">=", 4.5],
            aim: [">=", 6],
          },
          {
            what: "type-graphql/ours",
            value: ratio("type-graphql + DataLoader", "ours"),
            gate: [">=", 7],
            aim: [">=", 10],
          },
        ],
      ),
  },
  {
    name: "fanout-10",
    about: "100 rooms of 10, two updates of each under way.",
    run: async (bench) =>
      measuredOf(
        await fanOut(bench, {
          shape: { rooms: 100, members: 10, window: 2 },
          following: { stride: 10, clients: 1 },
          peers: stockOnly,
          withWrite: true,
        }),
        (ratio) => [
          {
            what: "stock/ours",
            value: ratio("graphql-ws", "ours"),
            gate: [">=", 3.5],
            aim: [">=", 5],
          },
          {
            what: "type-graphql/ours",
            value: ratio("type-graphql + DataLoader", "ours"),
            gate: [">=", 6],
            aim: [">=", 9],
          },
        ],
      ),
  },
  {
    name: "fanout-1",
    about: "1,000 rooms of one follower, two updates of each under way.",
    run: async (bench) =>
      measuredOf(
        await fanOut(bench, {
          shape: { rooms: 1000, members: 1, window: 2 },
          following: { stride: 1, clients: 1 },
          peers: ["graphql-ws"],
          withWrite: true,
        }),
        (ratio) => [
          {
            what: "stock/ours",
            value: ratio("graphql-ws", "ours"),
            gate: [">=", 2],
            aim: [">=", 3],
          },
        ],
      ),
  },
  {
    name: "burst-8",
    about: "Eight updates of one moment to one room of 1,000.",
    run: async (bench) => {
      const rounds = await fanOut(bench, {
        shape: { rooms: 1, members: 1000, window: 1, burst: 8 },
        following: { stride: 0, clients: 1, together: true },
        peers: ["graphql-ws", "ws string loop"],
      });
      return measuredOf(rounds, (ratio) => [
        {
          what: "stock/ours",
          value: ratio("graphql-ws", "ours"),
          gate: [">=", 10],
          aim: [">=", 17],
        },
        { what: "ours/ws string loop", value: ratio("ours", "ws string loop"), gate: ["<=", 0.4] },
        {
          what: "deliveries a second and core",
          value: 1e6 / median(cpu(rounds["ours"] ?? [])),
          aim: [">=", 250_000],
        },
      ]);
    },
  },
  {
    name: "per-viewer",
    about: "One room of 1,000 whose selection differs from viewer to viewer.",
    run: async (bench) =>
      measuredOf(
        await fanOut(bench, {
          shape: { rooms: 1, members: 1000, window: 2 },
          following: { stride: 0, clients: 1, seen: true },
          peers: ["graphql-ws"],
        }),
        (ratio) => [
          {
            what: "stock/ours",
            value: ratio("graphql-ws", "ours"),
            gate: [">=", 2],
            aim: [">=", 3],
          },
        ],
      ),
  },
];
