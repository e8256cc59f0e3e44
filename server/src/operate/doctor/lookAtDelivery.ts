import { randomUUID } from "node:crypto";
import { signOut } from "./asking.ts";
import { followSocket } from "./followSocket.ts";
import { followStream } from "./followStream.ts";
import { judge, untilEnded, untilHeard, type Following } from "./heard.ts";
import { send } from "./probe.ts";
import { ms, reason, type Report } from "./report.ts";

const MESSAGES = 8;
const ARRIVE_MS = 6_000;
/** Slower than this, and it was not a poke that told. */
const BY_POKE_MS = 1_000;
const REVOKED_MS = 1_000;
const REVOKED_BY_SWEEP_MS = 6_000;

/** Where the probe stands: its thread, and for each address a session that stays and one that will be ended. */
export interface Ground {
  urls: readonly string[];
  threadId: string;
  cursor: string;
  token: string;
  /** Of the session that is ended. */
  doomed: string;
  /** Whether nodes can be expected to wake each other. */
  pokes: boolean;
}

interface Way {
  name: string;
  url: string;
  kind: "socket" | "stream";
  following: Following;
}

const follows = { socket: followSocket, stream: followStream };
const closedWays = {
  socket:
    "The proxy in front has to pass WebSocket upgrades on: docs/operating.md has its settings. Until then our client uses event streams.",
  stream:
    "The proxy in front has to pass POST /graphql/stream on, unbuffered: docs/operating.md has its settings.",
};

/** Writes, follows over every way, comes back by cursor, and ends a session under open sockets. */
export async function lookAtDelivery(report: Report, ground: Ground): Promise<void> {
  const ways = await openWays(report, ground, ground.token);
  const doomed = await openWays(null, ground, ground.doomed);
  try {
    const sent: string[] = [];
    const ackedAt = await sendSome(report, ground, sent, MESSAGES);
    await Promise.all(ways.map(({ following }) => untilHeard(following, sent.length, ARRIVE_MS)));
    for (const way of ways) judgeWay(report, ground, { way, sent, ackedAt });
    await lookAtResume(report, ground, ways);
    await lookAtRevocation(report, ground, { doomed, ways });
  } finally {
    for (const { following } of [...ways, ...doomed]) following.leave();
  }
}

/** The ways that are open; those that are not are reported, when there is a report. */
async function openWays(report: Report | null, ground: Ground, token: string): Promise<Way[]> {
  const { urls, threadId, cursor } = ground;
  const open: Way[] = [];
  // One after the other: an address has room for few who have not said yet who they are.
  for (const url of urls)
    for (const kind of ["socket", "stream"] as const) {
      const following = follows[kind](url, token, { threadId, after: cursor });
      const name = `the ${kind === "socket" ? "socket" : "event stream"} at ${url}`;
      await following.live.then(
        () => open.push({ name, url, kind, following }),
        (error: unknown) =>
          report?.wrong(`${capital(name)} does not open: ${reason(error)}.`, closedWays[kind]),
      );
    }
  return open;
}

/** Sends through all addresses in turn. @returns when each was acknowledged. */
async function sendSome(
  report: Report,
  { urls, token, threadId }: Ground,
  sent: string[],
  count: number,
): Promise<Map<string, number>> {
  const ackedAt = new Map<string, number>();
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const body = `${sent.length + 1}`;
    const startedAt = performance.now();
    await send(urls[i % urls.length] ?? "", token, { threadId, body, clientKey: randomUUID() });
    ackedAt.set(body, performance.now());
    took.push(performance.now() - startedAt);
    sent.push(body);
  }
  const slowest = Math.max(...took);
  const line = `${count} messages were acknowledged, each within ${ms(slowest)}.`;
  if (slowest < 1_000) report.right(line);
  else report.look(line, "Look at baraza_write_seconds and baraza_postgres_lock_wait_seconds.");
  return ackedAt;
}

function judgeWay(
  report: Report,
  { pokes }: Ground,
  { way, sent, ackedAt }: { way: Way; sent: readonly string[]; ackedAt: Map<string, number> },
): void {
  const { heard } = way.following;
  const faults = judge(heard, sent);
  if (faults.length > 0) {
    report.wrong(
      `Over ${way.name}: ${faults.join("; ")}.`,
      "This must never be. When a proxy is in front, ask the node itself with --url; when it is the node, report it with the node's log.",
    );
    return;
  }
  const latest = Math.max(
    ...heard.flatMap(({ at, body }) => (body === null ? [] : [at - (ackedAt.get(body) ?? at)])),
  );
  const line = `${capital(way.name)} told all in order, each at most ${ms(latest)} after its acknowledgement.`;
  if (latest < BY_POKE_MS) report.right(line);
  else if (pokes)
    report.look(
      line,
      way.kind === "stream"
        ? "So late it was the sweep that told, or a proxy that buffers: compare with the socket. Are REDIS_URL of all nodes the same?"
        : "So late it was the sweep that told, and no poke: look whether REDIS_URL of all nodes is the same, and at baraza_pokes_ready.",
    );
  else report.right(`${line} Without Redis that is as it should be.`);
}

/** Leaves, misses something, and comes back with the cursor of the last answer. */
async function lookAtResume(report: Report, ground: Ground, ways: readonly Way[]): Promise<void> {
  const [way] = ways;
  const last = way?.following.heard.at(-1);
  if (!way || !last) return;
  const missed: string[] = [];
  for (const body of ["missed 1", "missed 2"]) {
    await send(way.url, ground.token, {
      threadId: ground.threadId,
      body,
      clientKey: randomUUID(),
    });
    missed.push(body);
  }
  const { threadId, token } = ground;
  const again = follows[way.kind](way.url, token, { threadId, after: last.cursor });
  try {
    await again.live;
    const faults = judge([{ ...last, body: null }, ...again.heard], missed);
    if (faults.length === 0)
      report.right("Whoever comes back with a cursor gets what they missed, and nothing else.");
    else
      report.wrong(
        `After coming back with a cursor: ${faults.join("; ")}.`,
        "This must never be: report it with the node's log.",
      );
  } catch (error) {
    report.wrong(`Coming back with a cursor failed: ${reason(error)}.`, "Read the node's log.");
  } finally {
    again.leave();
  }
}

async function lookAtRevocation(
  report: Report,
  { urls, doomed: token, pokes }: Ground,
  { doomed, ways }: { doomed: readonly Way[]; ways: readonly Way[] },
): Promise<void> {
  const endedAt = performance.now();
  await signOut(urls[0] ?? "", token);
  await Promise.all(
    doomed.map(({ following }) => untilEnded(following, REVOKED_BY_SWEEP_MS + 1_000)),
  );
  const open = doomed.filter(({ following }) => !following.ended);
  if (open.length > 0) {
    report.wrong(
      `A session was ended, and ${open.map(({ name }) => name).join(" and ")} stayed open.`,
      "Whoever was signed out still listens there: restart that node, and report it with its log.",
    );
    return;
  }
  const slowest = Math.max(
    0,
    ...doomed.map(({ following }) => (following.ended?.at ?? 0) - endedAt),
  );
  const line = `When a session ends, all its connections close: the last after ${ms(slowest)}.`;
  if (slowest < REVOKED_MS || !pokes) report.right(line);
  else
    report.look(
      line,
      "So late it was the sweep and no word between nodes: look whether REDIS_URL of all nodes is the same.",
    );
  if (ways.some(({ following }) => following.ended))
    report.wrong(
      "The connections of another session of the same person closed too.",
      "Read the node's log for what closed them.",
    );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
