import { mkdirSync } from "node:fs";
import path from "node:path";
import { Nodes } from "../server/src/testing/nodes.ts";
import { TestPostgres } from "../server/src/testing/postgres.ts";
import { startRedis } from "../server/src/testing/redis.ts";
import { setScene } from "../server/src/testing/scene.ts";
import { check, type Verdict } from "./check.ts";
import { Follower } from "./follower.ts";
import { History, readHistory } from "./history.ts";
import { readLog, type LogEntry } from "./log.ts";
import { Nemesis, type Targets } from "./nemesis.ts";
import { pause, seeded } from "./random.ts";
import { uuidOf, write } from "./writer.ts";

export interface RunOptions {
  /** How long the nemesis is at work. */
  seconds: number;
  seed: number;
  /** Where the histories are written. */
  folder: string;
}

const WRITERS = 4;
const FOLLOWERS = 6;
/** The traffic goes on for so long after the last fault. */
const CALM_MS = 2_000;
/** Everybody has heard everything by then, or never will. */
const QUIET_MS = 15_000;

/** One run: two nodes behind a proxy, people who talk, a nemesis, then quiet, then the verdict. */
export async function run({ seconds, seed, folder }: RunOptions): Promise<Verdict> {
  mkdirSync(folder, { recursive: true });
  const redis = await startRedis();
  if (!redis) throw new Error("the fault tests need a redis-server on this machine");
  const postgres = await TestPostgres.start();
  const targets: Targets = { nodes: [], postgres, redis };
  try {
    const nodes = await Nodes.start({
      count: 2,
      databaseUrl: postgres.url,
      redisUrl: redis.url,
      heartbeatMs: 1_000,
    });
    try {
      return await talk({ ...targets, nodes: nodes.nodes }, nodes, { seconds, seed, folder });
    } finally {
      await nodes.stop();
    }
  } finally {
    await postgres.stop();
    await targets.redis.stop();
  }
}

async function talk(
  targets: Targets,
  nodes: Nodes,
  { seconds, seed, folder }: RunOptions,
): Promise<Verdict> {
  const file = path.join(folder, "history.jsonl");
  const history = new History(file);
  const random = seeded(seed);
  const scene = await setScene(nodes.url);
  const people = await Promise.all(["Amina", "Bwalya", "Chipo"].map((name) => scene.admit(name)));
  const { threadId } = scene;
  const anyNode = () => nodes.nodes[Math.floor(random() * nodes.nodes.length)].url;
  const followers = Array.from({ length: FOLLOWERS }, (_, i) => {
    // The last one reads server-sent events, through the proxy as such readers do.
    const over = i === FOLLOWERS - 1 ? "sse" : "ws";
    return new Follower({
      name: `${over} ${i + 1}`,
      over,
      person: people[i % people.length],
      url: over === "sse" ? () => nodes.url : anyNode,
      threadId,
      after: scene.cursor,
      history,
      random,
    });
  });
  const first = { at: Date.now(), writer: "manager", n: 1 };
  history.add({ kind: "sent", ...first, body: "The first" });
  history.add({ kind: "acked", ...first, messageId: uuidOf(scene.messageId), tries: 1 });
  const nemesis = new Nemesis(targets, { history, random });
  const until = Date.now() + seconds * 1_000;
  let writing = true;
  const untilCalm = nemesis.run(until).then(() => pause(CALM_MS));
  const writers = Array.from({ length: WRITERS }, (_, i) =>
    write({
      name: `writer-${i + 1}`,
      person: people[i % people.length],
      url: nodes.url,
      threadId,
      history,
      random,
      goOn: () => writing,
    }),
  );
  await untilCalm.finally(() => (writing = false));
  await Promise.all(writers);
  const log = await quiet({ targets, followers, threadId: uuidOf(threadId) });
  nemesis.lookForDead();
  await Promise.all(followers.map((follower) => follower.stop()));
  return check(readHistory(file), log, uuidOf(threadId));
}

/** Waits until every follower has come to the end of the log, or the time is over. */
async function quiet({
  targets,
  followers,
  threadId,
}: {
  targets: Targets;
  followers: readonly Follower[];
  threadId: string;
}): Promise<LogEntry[]> {
  const log = await readLog(targets.postgres.url, threadId);
  const head = log.at(-1)?.seq ?? 0;
  const until = Date.now() + QUIET_MS;
  while (Date.now() < until && followers.some(({ last }) => last < head)) await pause(50);
  // What comes now comes too often.
  await pause(500);
  return log;
}
