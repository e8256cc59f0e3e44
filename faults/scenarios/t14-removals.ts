import type { Play } from "../harness/play.ts";
import { between, pause } from "../harness/random.ts";
import type { Fault } from "../nemesis/nemesis.ts";
import { bringRedisBack } from "../nemesis/redisFaults.ts";
import type { Scenario } from "./scenario.ts";

export const t14: Scenario = {
  name: "t14",
  title: "a hundred removals under traffic, with Redis, with one that hangs, and without",
  invariants: ["I10", "I14"],
  seconds: 60,
  size: 100,
  cast: { guests: 5, rest: [5, 30], programme: { messages: true } },
  async steps(play, _seconds, size) {
    const { world, stage, nemesis } = play;
    // One person issues at most 300 invitations a day.
    for (const name of ["host 1", "host 2"]) await world.addHost(name);
    const states: Fault[] = [
      { of: "load", name: "with Redis", inflict: () => removals(play, size) },
      {
        of: "redisHung",
        name: "with a Redis that hangs",
        async inflict() {
          process.kill(stage.redis.pid, "SIGSTOP");
          await removals(play, size);
          process.kill(stage.redis.pid, "SIGCONT");
        },
      },
      {
        of: "redis",
        name: "without Redis",
        async inflict() {
          await stage.redis.stop();
          await removals(play, size);
          await bringRedisBack(stage);
        },
      },
    ];
    for (const state of states) await nemesis.inflict(state);
    play.figure("I10", "removals", 3 * size);
  },
};

/** So many in all; each guest is let in again a moment later, and follows all the while. */
async function removals({ guests, world, operator, random }: Play, count: number): Promise<void> {
  let left = count;
  const [group] = world.groups;
  await Promise.all(
    guests.map(async (guest) => {
      while (left-- > 0) {
        await pause(between(random, 20, 150));
        await operator.remove(guest, group);
        await pause(between(random, 20, 150));
        await operator.admit(guest, group);
      }
    }),
  );
}
