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
    const [elsewhere, other, node] = stage.nodes;
    for (const each of [other, node]) {
      each.collects();
      await each.end("SIGKILL");
      await each.start();
    }
    const [group] = world.groups;
    const thread = await world.addThread(group, "Thread of the paused");
    // The same people hear the same at the node that the paused ones are on and at another: so it does not matter what
    // else the machine has to do. They write elsewhere.
    const readers = [node, other].flatMap(({ url }) =>
      speakers.map((speaker, i) =>
        play.followThread(
          `${speaker.name} ${url === node.url ? "beside" : "apart"}`,
          speaker,
          thread,
          {
            url: () => url,
            ...(i === 0 && { open: overEvents }),
          },
        ),
      ),
    );
    for (let i = 0; i < WRITERS; i++)
      play.write(`writer ${i + 1}`, speakers[i], thread, {
        rest: [300, 600],
        url: () => elsewhere.url,
      });
    const flood = await Flood.open({
      stage,
      history: play.history,
      account: world.manager,
      thread,
      perSecond: PER_SECOND,
      behind: (seq) => seq - Math.min(...readers.map(({ last }) => last)),
    });
    const measure = (count: number) => measured(play, [node, other], () => flood.say(count));

    // The node's code is compiled and its stores are filled: only what comes with the paused ones counts.
    await measure(size / 5);
    const before = await measure(size / 10);
    const paused = { url: node.url, account: world.manager, threadId: thread.id };
    const stays = new PausedReader({ ...paused, resumes: false, everyMs: STAYS_MS });
    const returns = new PausedReader({ ...paused, resumes: true, everyMs: RETURNS_MS });
    const during = await measure(size);
    for (const reader of [stays, returns]) reader.stop();
    const late = await firstTold(paused, stays.first);
    await flood.close();

    play.figure("I15", "updates while they were paused", size);
    play.figure("I15", "times they came", stays.times + returns.times);
    play.figure("I15", "missed updates that were sent to them", returns.replays);
    // A fresh query costs less than so many updates.
    play.figure("I15", "cursors so far behind that were followed", late.resetReason ? 0 : 1, 0);
    const grown = (during.rss - before.rss) / MIB;
    play.figure("I15", "MiB of the process before", before.rss / MIB);
    play.figure("I15", "MiB more of the process", grown, GROWTH_MIB);
    play.figure("I15", "MiB more that V8 held", (during.held - before.held) / MIB, GROWTH_MIB);
    play.figure("I15", "p99 of the others beside them, ms", p99(during.beside));
    play.figure("I15", "p99 of the others at another node, ms", p99(during.apart));
    const usual = p99(before.beside) / p99(before.apart);
    play.figure("I15", "p99 at their node / at another, before they came", usual);
    const disturbed = p99(during.beside) / p99(during.apart);
    play.figure("I15", "p99 at their node / at another", disturbed, RATIO);
  },
};

/**
 * While this goes on: how late the others hear of what is said, and how much of the process is in memory at its
 * highest, at the first of the nodes. Each look comes when all garbage is gone: how much of it lies about is V8's own
 * affair; the other node collects its own too, so that both take the same time off.
 */
async function measured({ history }: Play, nodes: StageNode[], goesOn: () => Promise<void>) {
  const [beside, apart]: [number[], number[]] = [[], []];
  const off = history.onEvent((event) => {
    if (event.kind !== "heard" || event.type !== "MessageSent") return;
    if (event.follower.endsWith("beside")) beside.push(event.at - event.said);
    if (event.follower.endsWith("apart")) apart.push(event.at - event.said);
  });
  let [rss, held, over] = [0, 0, false];
  const all = goesOn().finally(() => (over = true));
  do {
    await Promise.race([all, pause(LOOK_MS)]);
    const [settled] = await Promise.all(nodes.map((node) => node.settled()));
    rss = Math.max(rss, settled.rss);
    held = Math.max(held, settled.held);
  } while (!over);
  await all;
  off();
  return { beside, apart, rss, held };
}

const p99 = (delays: readonly number[]): number =>
  delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? 0;
