import { overEvents } from "../actors/streams.ts";
import { Flood } from "../actors/flood.ts";
import { firstTold, PausedReader } from "../actors/pausedReader.ts";
import type { Play } from "../harness/play.ts";
import { pause } from "../harness/random.ts";
import type { StageNode } from "../stage/node.ts";
import type { Scenario } from "./scenario.ts";

const WRITERS = 2;
/** Of the flood. */
const PER_SECOND = 500;
/** The most that the process may grow by while they are paused. */
const GROWTH_MIB = 20;
const MIB = 2 ** 20;
/** Chance alone makes the 99th of two equal runs differ by a few parts in a hundred. */
const RATIO = 1.25;
/** Long enough for the server to give up on it. */
const STAYS_MS = 40_000;
/** Soon enough for what it missed to be sent to it. */
const RETURNS_MS = 8_000;
/** Between two looks at the memory. */
const LOOK_MS = 5_000;

export const t16: Scenario = {
  name: "t16",
  title:
    "readers paused through 50,000 updates, one with and one without what it missed: the node lives, its memory is flat, nobody else waits",
  invariants: ["I15"],
  seconds: 60,
  size: 50_000,
  cast: { writers: 0, guests: 0, programme: {} },
  async steps(play, _seconds, size) {
    const { world, speakers, stage } = play;
    const node = stage.nodes[2];
    node.collects();
    await node.end("SIGKILL");
    await node.start();
    const [group] = world.groups;
    const thread = await world.addThread(group, "Thread of the paused");
    // All who are measured are on the node that the paused ones are on, and write elsewhere.
    const beside = speakers.map((speaker, i) =>
      play.followThread(`${speaker.name} beside`, speaker, thread, {
        url: () => node.url,
        ...(i === 0 && { open: overEvents }),
      }),
    );
    const door = () => stage.nodes[play.random() < 0.5 ? 0 : 1].url;
    for (let i = 0; i < WRITERS; i++)
      play.write(`writer ${i + 1}`, speakers[i], thread, { rest: [300, 600], url: door });
    const flood = await Flood.open({
      stage,
      history: play.history,
      account: world.manager,
      thread,
      perSecond: PER_SECOND,
      behind: (seq) => seq - Math.min(...beside.map(({ last }) => last)),
    });
    const measure = (count: number) => measured(play, node, () => flood.say(count));

    // The node's code is compiled and its stores are filled: only what comes with the paused ones counts.
    await measure(size / 5);
    const before = await measure(size / 10);
    const paused = { url: node.url, account: world.manager, threadId: thread.id };
    const stays = new PausedReader({ ...paused, resumes: false, everyMs: STAYS_MS });
    const returns = new PausedReader({ ...paused, resumes: true, everyMs: RETURNS_MS });
    const during = await measure(size);
    for (const reader of [stays, returns]) reader.stop();
    const late = await firstTold(paused, stays.first);
    const after = await measure(size / 10);
    await flood.close();

    play.figure("I15", "updates while they were paused", size);
    play.figure("I15", "times they came", stays.times + returns.times);
    play.figure("I15", "times that what was missed was sent", returns.replays);
    // A fresh query costs less than so many updates.
    play.figure("I15", "cursors so far behind that were followed", late.resetReason ? 0 : 1, 0);
    const grown = (during.rss - before.rss) / MIB;
    play.figure("I15", "MiB of the process before", before.rss / MIB);
    play.figure("I15", "MiB more of the process", grown, GROWTH_MIB);
    play.figure("I15", "MiB more that V8 held", (during.held - before.held) / MIB, GROWTH_MIB);
    const without = p99([...before.delays, ...after.delays]);
    play.figure("I15", "p99 of the others without them, ms", without);
    play.figure("I15", "p99 of the others with them, ms", p99(during.delays));
    play.figure("I15", "p99 with them / without them", p99(during.delays) / without, RATIO);
  },
};

/**
 * While this goes on: how late those beside hear of what is said, and how much of the process is in memory at its
 * highest. Each look comes when all garbage is gone: how much of it lies about is V8's own affair.
 */
async function measured({ history }: Play, node: StageNode, goesOn: () => Promise<void>) {
  const delays: number[] = [];
  const off = history.onEvent((event) => {
    if (event.kind === "heard" && event.type === "MessageSent" && event.follower.endsWith("beside"))
      delays.push(event.at - event.said);
  });
  let [rss, held, over] = [0, 0, false];
  const all = goesOn().finally(() => (over = true));
  do {
    await Promise.race([all, pause(LOOK_MS)]);
    const settled = await node.settled();
    rss = Math.max(rss, settled.rss);
    held = Math.max(held, settled.held);
    process.stderr.write(
      `${delays.length} ${(settled.rss / MIB).toFixed(1)} ${(settled.held / MIB).toFixed(1)}\n`,
    );
  } while (!over);
  await all;
  off();
  return { delays, rss, held };
}

const p99 = (delays: readonly number[]): number =>
  delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? 0;
