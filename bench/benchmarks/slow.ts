import type { Benchmark } from "../harness/benchmark.ts";
import { clock, pause, within } from "../harness/clock.ts";
import { type Ours, openOurs } from "../harness/stacks.ts";
import { quantile } from "../harness/stats.ts";
import { Pool } from "../load/pool.ts";

const MEMBERS = 500;
const STALLED = 25;
/** A long message, so that the flood is as many bytes and not as many writes. */
const body = (seq: number): string => `${"A long list of what the ward needs. ".repeat(232)}${seq}`;
/** Messages of each flood: the second is more than 8 MB for each follower, the first is what is normal. */
const FLOOD = 1_000;
const PER_SECOND = 40;
/** Twice the server's interval between pings, and the second at which it looks. */
const CLOSED_WITHIN = 41_000;

/** Sends at an even pace; gives the milliseconds from each sending to the last of the others. */
async function flood(ours: Ours, from: number, count: number): Promise<number[]> {
  const sentAt = new Map<number, number>();
  const times: number[] = [];
  const all = new Promise<void>((resolve) =>
    ours.pool.onDone((_room, seq, at) => {
      times.push(at - (sentAt.get(seq) ?? at));
      if (times.length === count) resolve();
    }),
  );
  const begin = clock();
  for (let i = 0; i < count; i++) {
    const due = begin + (i * 1_000) / PER_SECOND;
    if (due > clock()) await pause(due - clock());
    sentAt.set(from + i, clock());
    ours.source.publish([[0, from + i]]);
  }
  await within(all, 60_000, "the flood to arrive");
  return times;
}

interface Closing {
  ms: number;
  closed: number;
  code: string;
}

async function closedAfter(slow: Pool, over: () => boolean): Promise<Closing> {
  const from = clock();
  for (;;) {
    if (over()) return { ms: 0, closed: 0, code: "not waited for" };
    const { closed } = await slow.collect(() => undefined);
    const count = Object.values(closed).reduce((sum, each) => sum + each, 0);
    const ms = clock() - from;
    if (count >= STALLED || ms > 2 * CLOSED_WITHIN)
      return { ms, closed: count, code: Object.keys(closed).join(" ") };
    await pause(500);
  }
}

export const slow: Benchmark = {
  name: "slow",
  about:
    "500 followers, 25 of whom read nothing more while over 8 MB are sent to each: what the others feel, what the server keeps, and whether the 25 find all of it later.",
  run: async ({ services, quick }) => {
    const count = quick ? 200 : FLOOD;
    const world = { rooms: 1, members: MEMBERS, stride: 0 };
    const ours = await openOurs(services, { world, clients: 1, body, later: true });
    const stalled = new Pool(1);
    try {
      await ours.join(STALLED, MEMBERS - STALLED);
      await ours.join(0, STALLED, stalled);
      let arrived = 0;
      stalled.onDone(() => (arrived += 1));
      const usual = await flood(ours, 1, Math.floor(count / 2));
      const before = await ours.server.memory();
      stalled.stall();
      // Both ends of a paused socket hold some megabytes of the system's, which no process's memory shows.
      let over = false;
      const ended = closedAfter(stalled, () => over);
      const disturbed = await flood(ours, 1 + Math.floor(count / 2), count);
      const after = await ours.server.memory();
      over = quick;
      const gone = await ended;
      stalled.resume();
      const sent = Math.floor(count / 2) + count;
      for (const until = clock() + 60_000; arrived < sent && clock() < until;) await pause(100);
      const heard = await stalled.collect(() => undefined);
      const others = await ours.pool.collect(ours.source.expected);
      const grown = (after.rss - before.rss) / 2 ** 20;
      const faults = [
        ...(arrived < sent ? [`the stalled found ${arrived} of ${sent} updates`] : []),
        ...(heard.missed > 0 ? [`the stalled missed ${heard.missed}`] : []),
        ...(others.missed + others.doubled + others.different > 0
          ? [
              `the others: ${others.missed} missed, ${others.doubled} doubled, ${others.different} different`,
            ]
          : []),
      ];
      return {
        ours: {
          "p99 ms of the others": quantile(disturbed, 0.99),
          "p99 ms when nobody stalls": quantile(usual, 0.99),
          "MiB grown": grown,
          "stalled that were closed": gone.closed,
          "seconds until the last was closed": gone.ms / 1000,
        },
        peers: {},
        checks: [
          {
            what: "others' p99, stalled/usual",
            value: quantile(disturbed, 0.99) / quantile(usual, 0.99),
            gate: ["<=", 1.3],
            aim: ["<=", 1.1],
          },
          { what: "MiB grown", value: grown, gate: ["<=", STALLED * 0.5 + 20] },
          ...(quick
            ? []
            : [
                {
                  what: "ms until the stalled are closed",
                  value: gone.closed >= STALLED ? gone.ms : Number.POSITIVE_INFINITY,
                  gate: ["<=", CLOSED_WITHIN] as const,
                },
              ]),
        ],
        correctness: { checked: others.deliveries + heard.deliveries, faults },
        notes: [
          `Close codes: ${gone.code}. Node cannot make a receive buffer of 4 KB, so the flood fills the system's.`,
        ],
      };
    } finally {
      await Promise.all([stalled.stop(), ours.stop()]);
    }
  },
};
