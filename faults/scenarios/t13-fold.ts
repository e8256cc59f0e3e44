import { killNode } from "../nemesis/nodeFaults.ts";
import { cutRedisClients } from "../nemesis/redisFaults.ts";
import { pause } from "../harness/random.ts";
import { uuidOf } from "../actors/ids.ts";
import type { Scenario } from "./scenario.ts";

export const t13: Scenario = {
  name: "t13",
  title: "random operations: a snapshot and the updates behind it are a fresh snapshot",
  invariants: ["I13", "I19"],
  seconds: 25,
  cast: { programme: { messages: true, threads: true, members: true }, rest: [100, 300] },
  async steps(play, seconds) {
    const { world, speakers, nemesis } = play;
    const threads = world.groups.flatMap((group) => group.threads);
    const busy = nemesis.repeat(seconds, [killNode, cutRedisClients], [2_000, 4_000]);
    // From snapshots that are taken while everything moves.
    for (let i = 0; i < 6; i++) {
      await pause((seconds * 1_000) / 8);
      const [thread, speaker] = [threads[i % threads.length], speakers[i % speakers.length]];
      await play.followFolding(
        `${speaker.name} folding ${i} ${uuidOf(thread.id).slice(0, 4)}`,
        speaker,
        thread,
      );
    }
    await busy;
  },
};
