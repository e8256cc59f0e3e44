import type { Benchmark } from "../harness/benchmark.ts";
import { clock, pause, within } from "../harness/clock.ts";
import { type Ours, openOurs } from "../harness/stacks.ts";
import { median, quantile } from "../harness/stats.ts";
import { Pool } from "../load/pool.ts";
import { gauge } from "../ours/gauge.ts";

const MEMBERS = 500;
const STALLED = 25;
/** A long message, so that the flood is as many bytes and not as many writes. */
const body = (seq: number): string => `${"A long list of what the ward needs. ".repeat(232)}${seq}`;
/** Messages of the flood: more than 8 MB for each follower in a minute, which keeps nobody who reads busy. */
const FLOOD = 1_000;
const PER_SECOND = 17;
/** Fills what has a bound by itself: the hub's ring, the pools of buffers. */
const FIRST = 300;
/** Twice the server's interval between pings, and the second at which it looks. */
const CLOSED_WITHIN = 41_000;

/** Sends to each of the servers in turn at an even pace; gives each one's milliseconds from the sending to the last of those who read. */
async function flood(
  servers: readonly Ours[],
  { from, count, perSecond }: { from: number; count: number; perSecond: number },
): Promise<number[][]> {
  const times = servers.map((): number[] => []);
  const all = Promise.all(
    servers.map(
      ({ pool, source }, k) =>
        new Promise<void>((resolve) => {
          const sentAt = new Map<number, number>();
          source.onSent?.((_room, seq, at) => sentAt.set(seq, at));
          pool.onDone((_room, seq, at) => {
            times[k].push(at - (sentAt.get(seq) ?? Number.NaN));
            if (times[k].length === count) resolve();
          });
        }),
    ),
  );
  const begin = clock();
  for (let i = 0; i < count; i++)
    for (const [k, { source }] of servers.entries()) {
      const due = begin + ((i + k / servers.length) * 1_000) / perSecond;
      if (due > clock()) await pause(due - clock());
      source.publish([[0, from + i]]);
    }
  await within(all, 60_000, "the flood to arrive");
  return times;
}

/** Milliseconds until the server has closed those who read nothing; infinite when it has not in twice the time. */
async function closedAfter(port: number, over: () => boolean): Promise<number> {
  const from = clock();
  for (let ms = 0; !over() && ms < 2 * CLOSED_WITHIN; ms = clock() - from) {
    if ((await gauge(port, "baraza_connections")) <= MEMBERS - STALLED) return ms;
    await pause(250);
  }
  return Number.POSITIVE_INFINITY;
}

export const slow: Benchmark = {
  name: "slow",
  about:
    "500 followers, 25 of whom read nothing more while over 8 MB are sent to each in a minute, beside a second server whose 500 all read: what the others feel, what the server keeps, and whether the 25 find all of it later.",
  run: async (bench) => {
    const { services, quick } = bench;
    const count = quick ? 200 : FLOOD;
    const world = { rooms: 1, members: MEMBERS, stride: 0 };
    const following = { world, clients: 1, body, later: true };
    const servers: Ours[] = [];
    const stalled = new Pool(1);
    try {
      for (let i = 0; i < 2; i++) servers.push(await openOurs(services, following));
      const [ours, calm] = servers;
      await ours.join(STALLED, MEMBERS - STALLED);
      await ours.join(0, STALLED, stalled);
      await calm.join(0, MEMBERS);
      let arrived = 0;
      stalled.onDone(() => (arrived += 1));
      await flood(servers, { from: 1, count: FIRST, perSecond: 2 * PER_SECOND });
      const kept = () =>
        Promise.all(servers.map(async ({ server }) => (await server.memory()).rss));
      const used = () =>
        Promise.all(servers.map(async ({ server }) => (await server.usage()).cpuMs));
      const [before, from] = [await kept(), await used()];
      stalled.stall();
      // Both ends of a paused socket hold some megabytes of the system's, which no process's memory shows.
      let over = false;
      const closing = closedAfter(ours.port, () => over);
      const [disturbed, usual] = await bench.profiled(ours.server, () =>
        flood(servers, { from: 1 + FIRST, count, perSecond: PER_SECOND }),
      );
      const [after, to] = [await kept(), await used()];
      over = quick;
      const closed = await closing;
      stalled.resume();
      const sent = FIRST + count;
      for (const until = clock() + 60_000; arrived < sent && clock() < until;) await pause(100);
      const heard = await stalled.collect(() => undefined);
      const others = await ours.pool.collect(ours.source.expected);
      const [grown, grownCalm] = after.map((rss, k) => (rss - before[k]) / 2 ** 20);
      const [cpu, cpuCalm] = to.map((ms, k) => ms - from[k]);
      const faults = [
        ...(arrived < sent ? [`the stalled found ${arrived} of ${sent} updates`] : []),
        ...(heard.missed > 0 ? [`the stalled missed ${heard.missed}`] : []),
        ...(others.missed + others.doubled + others.different > 0
          ? [
              `the others: ${others.missed} missed, ${others.doubled} doubled, ${others.different} different`,
            ]
          : []),
      ];
      // Rounds of the one flood: what the machine does besides falls on both servers, but never on both alike.
      const size = Math.ceil(count / bench.rounds);
      const ratios = Array.from({ length: bench.rounds }, (_, i) => {
        const p99 = (times: number[]) => quantile(times.slice(i * size, (i + 1) * size), 0.99);
        return p99(disturbed) / p99(usual);
      });
      return {
        ours: {
          "p99 ms of the others": quantile(disturbed, 0.99),
          "p99 ms where nobody stalls": quantile(usual, 0.99),
          "p50 ms of the others": quantile(disturbed, 0.5),
          "p50 ms where nobody stalls": quantile(usual, 0.5),
          "MiB grown": grown,
          "MiB grown where nobody stalls": grownCalm,
          "CPU, stalled/usual": cpu / cpuCalm,
          "seconds until the last was closed": quick ? null : closed / 1000,
        },
        peers: {},
        checks: [
          {
            what: "others' p99, stalled/usual",
            value: median(ratios),
            gate: ["<=", 1.3],
            aim: ["<=", 1.1],
          },
          {
            what: "MiB grown for the stalled",
            value: grown - Math.max(0, grownCalm),
            gate: ["<=", STALLED * 0.5 + 20],
          },
          ...(quick
            ? []
            : [
                {
                  what: "ms until the stalled are closed",
                  value: closed,
                  gate: ["<=", CLOSED_WITHIN] as const,
                },
              ]),
        ],
        correctness: { checked: others.deliveries + heard.deliveries, faults },
        notes: [
          "Both servers run at the same time and are sent to in turn, so what else the machine does slows both. Node cannot make a receive buffer of 4 KB, so the flood fills the system's.",
        ],
      };
    } finally {
      await Promise.all([stalled.stop(), ...servers.map((server) => server.stop())]);
    }
  },
};
