import { cutClients, startRedis } from "../../server/src/testing/redis.ts";
import type { Stage } from "../stage/stage.ts";
import type { Fault } from "./nemesis.ts";

export const cutRedisClients: Fault = {
  of: "redis",
  name: "Redis connections killed",
  async inflict({ stage, wait }) {
    for (let i = 0; i < 3; i++) {
      await cutClients(stage.redis.url);
      await wait(20, 300);
    }
  },
};

/** Redis is not there for so long, and comes back empty. */
export const redisAway = (from: number, to: number): Fault => ({
  of: "redis",
  name: to > 5_000 ? "Redis absent" : "Redis restarted",
  async inflict({ stage, wait }) {
    await stage.redis.stop();
    await wait(from, to);
    await bringRedisBack(stage);
  },
});

export async function bringRedisBack(stage: Stage): Promise<void> {
  const again = await startRedis({ port: Number(new URL(stage.redis.url).port) });
  if (again) stage.redis = again;
}

export const hangRedis: Fault = {
  of: "redisHung",
  name: "Redis hung",
  async inflict({ stage, wait }) {
    process.kill(stage.redis.pid, "SIGSTOP");
    await wait(300, 2_500);
    process.kill(stage.redis.pid, "SIGCONT");
  },
};

/** One node cannot reach Redis, and nobody tells it so. */
export const partitionRedis: Fault = {
  of: "redisParted",
  name: "Redis partitioned from a node",
  async inflict({ anyNode, wait }) {
    const { toRedis } = anyNode();
    toRedis.hold();
    await wait(500, 3_000);
    toRedis.cut();
    toRedis.release();
  },
};
