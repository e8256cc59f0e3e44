import { setTimeout as wait } from "node:timers/promises";
import type { Express, Request, Response } from "express";
import type { LoopDelay } from "../telemetry/eventLoop.ts";

/** One thing that this node depends on. */
export interface HealthCheck {
  name: string;
  /** Without it nothing works; the others make the node a degraded one that still serves. */
  required: boolean;
  /** Resolves when all is well, or with a sentence that says what is not as it should be; rejects when it is away. */
  check(): Promise<string | void>;
}

interface Finding {
  name: string;
  state: "good" | "degraded" | "away";
  /** When this node first found it in that state. */
  since: string;
  /** What is wrong, in a sentence; null when nothing is. */
  says: string | null;
}

const CHECK_MS = 2_000;
const KEEP_MS = 1_000;
/** Later than this and people notice. */
const SLOW_LOOP = { p99: 0.25, max: 1 };

/** The first line of a reason, without an address's password. */
const plain = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .split("\n", 1)[0]
    ?.replace(/\/\/[^@\s/]*@/g, "//")
    .slice(0, 200) || "no answer";

async function ask(asked: HealthCheck): Promise<Pick<Finding, "state" | "says">> {
  try {
    const says = await Promise.race([
      asked.check(),
      wait(CHECK_MS, undefined, { ref: false }).then(() => {
        throw new Error(`no answer within ${CHECK_MS / 1000} s`);
      }),
    ]);
    return says ? { state: "degraded", says } : { state: "good", says: null };
  } catch (error) {
    return { state: "away", says: plain(error) };
  }
}

/** Asks all at once, at most once a second however often it is called; remembers since when each is as it is. */
function asker(checks: readonly HealthCheck[]): () => Promise<Finding[]> {
  const states = new Map<string, { state: string; since: string }>();
  let asked: { at: number; findings: Promise<Finding[]> } | null = null;
  const look = async (each: HealthCheck): Promise<Finding> => {
    const { state, says } = await ask(each);
    const known = states.get(each.name);
    const since = known?.state === state ? known.since : new Date().toISOString();
    states.set(each.name, { state, since });
    return { name: each.name, state, since, says };
  };
  return () => {
    const now = performance.now();
    if (!asked || now - asked.at > KEEP_MS)
      asked = { at: now, findings: Promise.all(checks.map(look)) };
    return asked.findings;
  };
}

const eventLoop = (delay: () => LoopDelay): HealthCheck => ({
  name: "event loop",
  required: false,
  async check() {
    const { p99, max } = delay();
    if (p99 < SLOW_LOOP.p99 && max < SLOW_LOOP.max) return undefined;
    return `This process was held up for ${Math.round(max * 1000)} ms in the last seconds: it has more to do than it can, or its machine has.`;
  },
});

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve, and what is not as it should be; 503 while it
 * stops, or while something that is required is away.
 */
export function mountHealth(
  app: Express,
  options: {
    checks: readonly HealthCheck[];
    /** When the stop began; null while it runs. */
    stoppingSince: () => Date | null;
    delay: () => LoopDelay;
  },
): void {
  const { stoppingSince, delay } = options;
  const checks = [...options.checks, eventLoop(delay)];
  const required = new Set(checks.flatMap((each) => (each.required ? [each.name] : [])));
  const findings = asker(checks);
  app.get("/health/live", (_req: Request, res: Response) => {
    const eventLoopLagMs = Math.round(delay().max * 1000);
    res.set("cache-control", "no-store").json({ status: "alive", eventLoopLagMs });
  });
  app.get("/health/ready", async (_req: Request, res: Response) => {
    const found = [...(await findings())];
    const stopping = stoppingSince();
    if (stopping)
      found.unshift({
        name: "draining",
        state: "away",
        since: stopping.toISOString(),
        says: "This node is stopping and takes nothing new.",
      });
    const missing = found.some(({ name, state }) => state === "away" && required.has(name));
    const whole = found.every(({ state }) => state === "good");
    const status = stopping || missing ? "not ready" : whole ? "ready" : "degraded";
    res
      .status(status === "not ready" ? 503 : 200)
      .set("cache-control", "no-store")
      .json({ status, checks: found });
  });
}
