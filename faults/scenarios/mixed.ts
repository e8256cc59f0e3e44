import {
  cutLinks,
  lossyLinks,
  partitionPostgres,
  pauseLinks,
  swallowAnswers,
  throttleLinks,
} from "../nemesis/linkFaults.ts";
import type { Fault } from "../nemesis/nemesis.ts";
import { hangNode, killNode, shiftClock } from "../nemesis/nodeFaults.ts";
import { lockChannel, pausePostgres, stopPostgres } from "../nemesis/postgresFaults.ts";
import { cutRedisClients, hangRedis, partitionRedis, redisAway } from "../nemesis/redisFaults.ts";

/** Every fault that is over in seconds. */
export const everyFault: readonly Fault[] = [
  killNode,
  hangNode,
  shiftClock,
  cutRedisClients,
  redisAway(300, 2_000),
  hangRedis,
  partitionRedis,
  stopPostgres,
  pausePostgres,
  lockChannel,
  partitionPostgres,
  cutLinks,
  pauseLinks(500, 4_000),
  throttleLinks,
  lossyLinks,
  swallowAnswers(0.5, 1_000, 2_000),
];
