import { between, pause } from "../harness/random.ts";
import type { Follower } from "../actors/follower.ts";
import { overSocket } from "../actors/streams.ts";
import type { Fault } from "../nemesis/nemesis.ts";
import type { Play } from "../harness/play.ts";
import type { Scenario } from "./scenario.ts";

/** The product lets one person have ten sockets at one node. */
const SOCKETS_PER_PERSON = 10;
const TIMES = 3;
const LONGEST_MS = 240_000;

export const t10: Scenario = {
  name: "t10",
  title: "10,000 sockets cut at once, three times",
  invariants: ["I7", "I8", "I15"],
  seconds: 60,
  size: 10_000,
  // As in production: hurried heartbeats for so many would be the load themselves.
  heartbeatMs: 25_000,
  silenceMs: 50_000,
  cast: { writers: 2, rest: [200, 400], guests: 0, programme: {} },
  async steps(play, _seconds, size) {
    const { world, stage, nemesis } = play;
    const group = await world.addGroup("Group of many");
    const thread = await world.addThread(group, "Thread of many");
    const perPerson = SOCKETS_PER_PERSON * stage.nodes.length;
    const crowd = await world.addCrowd(Math.ceil(size / perPerson), group);
    const many: Follower[] = [];
    for (let i = 0; i < size; i++) {
      // Straight to the node: a link would need two more descriptors for each.
      const { url } = stage.nodes[i % stage.nodes.length];
      many.push(
        play.followThread(`many ${i + 1}`, crowd[Math.floor(i / perPerson)], thread, {
          url: () => url,
          // Everybody is somewhere else, and waits as the product's client does.
          open: (where, ears) => overSocket({ ...where, person: where.person.elsewhere() }, ears),
          longestWaitMs: 30_000,
        }),
      );
      if (i % 50 === 49) await pause(100);
    }
    await allBack(many, 0);
    play.write("manager of many", world.manager, thread, { rest: [4_000, 6_000] });
    play.figure("I15", "sockets", many.length);
    for (let time = 1; time <= TIMES; time++) await nemesis.inflict(cutAll(play, many, time));
  },
};

const cutAll = (play: Play, many: readonly Follower[], time: number): Fault => ({
  of: "load",
  name: "all sockets cut at once",
  async inflict() {
    await pause(between(play.random, 3_000, 6_000));
    const at = Date.now();
    for (const follower of many) follower.cut();
    await allBack(many, at);
    play.figure("I7", `seconds until all were back, time ${time}`, (Date.now() - at) / 1_000);
  },
});

/** Until each has been told something since. */
async function allBack(many: readonly Follower[], since: number): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until && many.some(({ toldAt }) => toldAt <= since)) await pause(200);
}
