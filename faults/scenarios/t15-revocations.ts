import type { Follower } from "../actors/follower.ts";
import type { Play } from "../harness/play.ts";
import { pause } from "../harness/random.ts";
import { bringRedisBack } from "../nemesis/redisFaults.ts";
import type { Scenario } from "./scenario.ts";

const WITH_REDIS_MS = 1_000;
const WITHOUT_REDIS_MS = 6_000;

export const t15: Scenario = {
  name: "t15",
  title: "sessions revoked at the node that serves them and at another, with Redis and without",
  invariants: ["I11"],
  seconds: 60,
  size: 10,
  cast: { guests: 4, programme: {} },
  async steps(play, _seconds, size) {
    const { stage, nemesis, guests, world } = play;
    const [thread] = world.groups[0].threads;
    const bound = guests.map((guest, i) => ({
      guest,
      home: stage.nodes[i % stage.nodes.length],
      follower: play.followThread(`${guest.name} bound`, guest, thread, {
        url: () => stage.nodes[i % stage.nodes.length].frontUrl,
      }),
    }));
    await pause(1_000);
    const round = async (state: string, most: number) => {
      for (const where of ["at the serving node", "at another"] as const) {
        const longest: number[] = [];
        for (let i = 0; i < size; i++) {
          const { guest, home, follower } = bound[i % bound.length];
          const away = where === "at another" ? 1 : 0;
          const node = stage.nodes[(home.index + away) % stage.nodes.length];
          longest.push(await revoke(play, { guest, follower, url: node.doorUrl }));
        }
        play.figure("I11", `ms to the end ${where}, ${state}`, Math.max(...longest), most);
      }
    };
    await round("with Redis", WITH_REDIS_MS);
    await nemesis.inflict({
      of: "redis",
      name: "without Redis",
      async inflict() {
        await stage.redis.stop();
        await round("without Redis", WITHOUT_REDIS_MS);
        await bringRedisBack(stage);
      },
    });
  },
};

/** How long after the answer the stream went on. The person signs in again, and follows again. */
async function revoke(
  { operator, anyDoor }: Play,
  { guest, follower, url }: { guest: Play["guests"][number]; follower: Follower; url: string },
): Promise<number> {
  const at = await operator.revoke(guest, () => url);
  const until = at + 15_000;
  while (follower.brokeAt < at - 500 && Date.now() < until) await pause(10);
  const took = Math.max(0, follower.brokeAt - at);
  await guest.signIn(anyDoor);
  const back = Date.now();
  while (follower.toldAt < back && Date.now() < back + 10_000) await pause(20);
  return Date.now() >= until ? 15_000 : took;
}
