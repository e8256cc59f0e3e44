import { overEvents } from "../actors/streams.ts";
import { PausedReader } from "../actors/pausedReader.ts";
import type { Play } from "../harness/play.ts";
import { pause } from "../harness/random.ts";
import type { Scenario } from "./scenario.ts";

const WRITERS = 12;
/** The most that what a node holds may grow by. */
const GROWTH_MIB = 20;
const MIB = 2 ** 20;
/** Chance alone makes the 99th of two equal runs differ by a few parts in a hundred. */
const RATIO = 1.25;

export const t16: Scenario = {
  name: "t16",
  title:
    "one reader paused through 50,000 updates: the node lives, its memory is flat, nobody else waits",
  invariants: ["I15"],
  seconds: 60,
  size: 50_000,
  cast: { writers: 0, guests: 0, programme: {} },
  async steps(play, _seconds, size) {
    const { world, speakers, stage } = play;
    const [group] = world.groups;
    const thread = await world.addThread(group, "Thread of the paused");
    const node = stage.nodes[2];
    // All who are measured are on the node that the paused one is on, and write elsewhere.
    for (const [i, speaker] of speakers.entries())
      play.followThread(`${speaker.name} beside`, speaker, thread, {
        url: () => node.url,
        ...(i === 0 && { open: overEvents }),
      });
    const door = () => stage.nodes[play.random() < 0.5 ? 0 : 1].url;
    for (let i = 0; i < WRITERS; i++)
      play.write(`writer ${i + 1}`, speakers[i % speakers.length], thread, {
        rest: [0, 2],
        url: door,
      });

    await measure(play, size / 5);
    const before = await measure(play, size / 5);
    const reader = new PausedReader({
      url: node.url,
      account: world.manager,
      threadId: thread.id,
    });
    const during = await measure(play, size);
    play.figure("I15", "times the paused reader came", reader.times);
    reader.stop();
    const after = await measure(play, size / 5);

    const without = p99([...before.delays, ...after.delays]);
    play.figure("I15", "updates while it was paused", during.count);
    const held = (during.held - before.held) / MIB;
    play.figure("I15", "MiB more that the node held", held, GROWTH_MIB);
    // The process keeps room that its garbage took; how much is V8's own affair.
    play.figure("I15", "MiB more of the process", (during.rss - before.rss) / MIB);
    play.figure("I15", "p99 of the others without it, ms", without);
    play.figure("I15", "p99 of the others with it, ms", p99(during.delays));
    play.figure("I15", "p99 with it / without it", p99(during.delays) / without, RATIO);
  },
};

/**
 * Until so many messages were written: how late others heard of them, the process's memory at its highest, and what
 * the node held, which is the least that was in use at any time: between two collections it is mostly garbage.
 */
async function measure(play: Play, count: number) {
  const { history, stage, writers } = play;
  const delays: number[] = [];
  const off = history.onEvent((event) => {
    if (event.kind === "heard" && event.type === "MessageSent" && event.follower.endsWith("beside"))
      delays.push(event.at - event.said);
  });
  const written = () => writers.reduce((sum, writer) => sum + writer.count, 0);
  const start = written();
  const node = stage.nodes[2];
  let [rss, held] = [0, Infinity];
  while (written() < start + count) {
    rss = Math.max(rss, node.rss);
    const [heap, external] = await node.measure(
      "nodejs_heap_size_used_bytes",
      "nodejs_external_memory_bytes",
    );
    held = Math.min(held, heap + external);
    await pause(200);
  }
  off();
  return { delays, rss, held, count: written() - start };
}

const p99 = (delays: readonly number[]): number =>
  delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? 0;
