import type { Bench, Check, Measured } from "../harness/benchmark.ts";
import { faultsOf, Loop, type LoopShape, type Round } from "../harness/loop.ts";
import type { PeerName, Source, Stack } from "../harness/stack.ts";
import { openOurs, openPeer, type Following } from "../harness/stacks.ts";
import { median, pairedRatio } from "../harness/stats.ts";
import { payloadOf } from "../load/event.ts";
import { Sender } from "../ours/sender.ts";

/** Above this share of a core the load client may be what is measured, so its rate does not count. */
const CLIENT_LIMIT = 0.9;
/** People who write; together they have more points a minute than any machine here can use. */
const WRITERS = 40;

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
  const world = { rooms, members, stride, writers: WRITERS };
  const following: Following = { ...rest, world, paced: true };
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

const WITH_WRITE = "ours with the write";

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
