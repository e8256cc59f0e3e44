import type { Bench, Benchmark, Check, Measured } from "../harness/benchmark.ts";
import { faultsOf, Loop, type LoopShape, type Round } from "../harness/loop.ts";
import type { PeerName, Source, Stack } from "../harness/stack.ts";
import { openOurs, openPeer, type Following } from "../harness/stacks.ts";
import { median, pairedRatio } from "../harness/stats.ts";
import { payloadOf } from "../load/event.ts";
import { Sender } from "../ours/sender.ts";

/** Above this share of a core the load client may be what is measured, so its rate does not count. */
const CLIENT_LIMIT = 0.9;
/** People who write; together they have more points a minute than any machine here can use. */
export const WRITERS = 40;

interface Lane {
  name: string;
  readonly round: (shape: LoopShape, source?: Source) => Promise<Round>;
  rounds: Round[];
}

export interface Fanout {
  shape: Omit<LoopShape, "ms">;
  following: Omit<Following, "world"> & { stride: number };
  peers: readonly PeerName[];
  /** Whether ours is also measured with its write path: messages sent by mutations to the node that delivers. */
  withWrite?: boolean;
  ms?: number;
}

/** Measures ours and the peers side by side: every round has each of them, in another order. */
export async function fanOut(bench: Bench, fanout: Fanout): Promise<Record<string, Round[]>> {
  const { services, quick, rounds } = bench;
  const { rooms, members } = fanout.shape;
  const { stride, ...rest } = fanout.following;
  const following: Following = { ...rest, world: { rooms, members, stride, writers: WRITERS } };
  const shape: LoopShape = { ...fanout.shape, ms: quick ? 500 : (fanout.ms ?? 1_200) };
  const stacks: Stack[] = [];
  const senders: Sender[] = [];
  try {
    for (const peer of fanout.peers) stacks.push(await openPeer(peer, services, following));
    const ours = await openOurs(services, following);
    stacks.push(ours);
    const lanes: Lane[] = stacks.map((stack) => {
      const loop = new Loop(stack);
      const round: Lane["round"] = (each, source) =>
        stack === ours && !source
          ? bench.profiled(stack.server, () => loop.round(each, source))
          : loop.round(each, source);
      return { name: stack.name, round, rounds: [] };
    });
    if (fanout.withWrite) {
      const sender = new Sender({ port: ours.port, writers: WRITERS });
      senders.push(sender);
      lanes.push(writing(ours, lanes.at(-1) as Lane, sender));
    }
    for (const lane of lanes) await lane.round({ ...shape, ms: quick ? 300 : 800 });
    for (let i = 0; i < rounds; i++)
      for (let k = 0; k < lanes.length; k++) {
        const lane = lanes[(i + k) % lanes.length];
        lane.rounds.push(await lane.round(shape));
      }
    return Object.fromEntries(lanes.map((lane) => [lane.name, lane.rounds]));
  } finally {
    for (const sender of senders) sender.close();
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
}

export const WITH_WRITE = "ours with the write";

/** The same followers; only where the updates come from is another: mutations to the node that delivers them. */
function writing(ours: Stack, lane: Lane, sender: Sender): Lane {
  const source: Source = {
    publish: (batch) => {
      for (const [room] of batch) sender.post(room);
    },
    expected: (room, seq) => sender.payloads.get(`${room}:${seq}`),
    failure: () => sender.failed ?? ours.source.failure(),
    settled: () => sender.settled(),
  };
  // Fewer under way: each is a request that waits its turn, and what one costs does not hang on how many wait.
  const few = (shape: LoopShape) => ({ ...shape, rooms: Math.min(shape.rooms, 50) });
  return { name: WITH_WRITE, rounds: [], round: (shape) => lane.round(few(shape), source) };
}

export const cpu = (rounds: readonly Round[]): number[] => rounds.map((each) => each.cpuPerMillion);

/** Figures of one stack: processor seconds a million, and the rate when the client was not the limit. */
function figures(rounds: readonly Round[]): Record<string, number | null> {
  const client = median(rounds.map(({ heard }) => heard.clientCore));
  const rate = median(rounds.map(({ perSecond }) => perSecond));
  return {
    "CPU/M": median(cpu(rounds)),
    "deliveries/s": client > CLIENT_LIMIT ? null : rate,
    "client core": client,
  };
}

export function measuredOf(
  all: Record<string, Round[]>,
  checks: (ratio: (above: string, below: string) => number) => Check[],
  notes: string[] = [],
): Measured {
  const ratio = (above: string, below: string) =>
    pairedRatio(cpu(all[above] ?? []), cpu(all[below] ?? []));
  const { ours = [], [WITH_WRITE]: written, ...peers } = all;
  const every = Object.entries(all).flatMap(([name, rounds]) =>
    rounds.flatMap((each) => faultsOf(name, each)),
  );
  const checked = Object.values(all)
    .flat()
    .reduce((sum, { heard }) => sum + heard.deliveries, 0);
  return {
    ours: {
      ...figures(ours),
      ...(written && { "CPU/M with the write": median(cpu(written)) }),
      bytes: Buffer.byteLength(payloadOf(0, 1000)),
    },
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, rounds]) => [name, figures(rounds)]),
    ),
    checks: checks(ratio),
    correctness: { checked, faults: [...new Set(every)].slice(0, 10) },
    notes: [
      ...notes,
      ...(written
        ? [
            `With the write path in it, graphql-ws costs ${ratio("graphql-ws", WITH_WRITE).toFixed(2)} times ours.`,
          ]
        : []),
    ],
  };
}

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
        following: { stride: 0, clients: 1 },
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
