import type { Benchmark } from "../harness/benchmark.ts";
import { clock, pause, within } from "../harness/clock.ts";
import { openCluster } from "../harness/cluster.ts";
import { median, quantile } from "../harness/stats.ts";
import { Sender } from "../ours/sender.ts";

const ROOMS = 10;
const MEMBERS = 50;
const PER_SECOND = 200;
const WRITERS = 60;

export const e2e: Benchmark = {
  name: "e2e",
  about:
    "200 mutations a second over HTTP into ten rooms of 50 followers on two nodes: from the sending of the request to the last follower.",
  run: async (bench) => {
    const world = { rooms: ROOMS, members: MEMBERS, stride: MEMBERS, writers: WRITERS };
    const cluster = await openCluster(bench.services, { world, clients: 1 }, { nodes: 2 });
    const sender = new Sender({ port: cluster.nodes[0]?.port ?? 0, writers: WRITERS, sockets: 32 });
    const fromSend = { p50: [] as number[], p99: [] as number[] };
    const fromAck = { p50: [] as number[], p99: [] as number[] };
    const faults: string[] = [];
    let checked = 0;
    const count = (bench.quick ? 1 : 4) * PER_SECOND;
    /** One round at an even pace; whoever is late is late. */
    const round = async (): Promise<void> => {
      await cluster.pool.measure();
      const doneAt = new Map<string, number>();
      const sentAt = new Map<string, { sent: number; acknowledged: number }>();
      const all = new Promise<void>((resolve) =>
        cluster.pool.onDone((room, seq, at) => {
          doneAt.set(`${room}:${seq}`, at);
          if (doneAt.size === count) resolve();
        }),
      );
      const from = clock();
      const sends: Promise<void>[] = [];
      for (let i = 0; i < count; i++) {
        const due = from + (i * 1_000) / PER_SECOND;
        if (due > clock()) await pause(due - clock());
        const sent = clock();
        sends.push(
          sender.send(i % ROOMS).then((seq) => {
            sentAt.set(`${i % ROOMS}:${seq}`, { sent, acknowledged: clock() });
          }),
        );
      }
      await Promise.all(sends);
      await within(all, 30_000, "the last of the round");
      const heard = await cluster.pool.collect((room, seq) =>
        sender.payloads.get(`${room}:${seq}`),
      );
      checked += heard.deliveries;
      if (heard.missed + heard.doubled + heard.different + heard.unlike > 0)
        faults.push(JSON.stringify({ ...heard, times: [] }).slice(0, 400));
      const times = [...doneAt].map(([key, at]) => {
        const { sent = Number.NaN, acknowledged = Number.NaN } = sentAt.get(key) ?? {};
        return { whole: at - sent, after: at - acknowledged };
      });
      for (const [into, values] of [
        [fromSend, times.map(({ whole }) => whole)],
        [fromAck, times.map(({ after }) => after)],
      ] as const) {
        into.p50.push(quantile(values, 0.5));
        into.p99.push(quantile(values, 0.99));
      }
    };
    try {
      await round();
      for (const each of [fromSend, fromAck]) Object.assign(each, { p50: [], p99: [] });
      for (let i = 0; i < bench.rounds; i++) await round();
    } finally {
      sender.close();
      await cluster.stop();
    }
    return {
      ours: {
        "p50 ms": median(fromSend.p50),
        "p99 ms": median(fromSend.p99),
        "p50 ms after the answer": median(fromAck.p50),
        "p99 ms after the answer": median(fromAck.p99),
      },
      peers: {},
      checks: [
        { what: "p50 ms", value: median(fromSend.p50), gate: ["<=", 15], aim: ["<=", 8] },
        { what: "p99 ms", value: median(fromSend.p99), gate: ["<=", 60], aim: ["<=", 30] },
      ],
      correctness: { checked, faults },
      notes: [
        "A follower may have the message before its author has the answer: then it is below zero.",
      ],
    };
  },
};
