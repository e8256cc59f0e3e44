import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Express, Request, Response } from "express";

/** One thing that this node depends on. `check` rejects with the reason when it is not there. */
export interface HealthCheck {
  name: string;
  check(): Promise<void>;
  /** Without it nothing works; the others are only reported. */
  required: boolean;
}

interface Finding {
  name: string;
  ok: boolean;
  required: boolean;
  why?: string;
}

const CHECK_MS = 2_000;
const KEEP_MS = 1_000;

/** The first line of a reason, without an address's password. */
const plain = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .split("\n", 1)[0]
    ?.replace(/\/\/[^@\s/]*@/g, "//")
    .slice(0, 200) || "no answer";

async function ask(asked: HealthCheck): Promise<Finding> {
  const { name, required } = asked;
  try {
    await Promise.race([
      asked.check(),
      wait(CHECK_MS, undefined, { ref: false }).then(() => {
        throw new Error(`no answer within ${CHECK_MS / 1000} s`);
      }),
    ]);
    return { name, ok: true, required };
  } catch (error) {
    return { name, ok: false, required, why: plain(error) };
  }
}

/** Asks all at once, at most once a second however often it is called. */
function asker(checks: readonly HealthCheck[]): () => Promise<Finding[]> {
  let asked: { at: number; findings: Promise<Finding[]> } | null = null;
  return () => {
    const now = performance.now();
    if (!asked || now - asked.at > KEEP_MS)
      asked = { at: now, findings: Promise.all(checks.map(ask)) };
    return asked.findings;
  };
}

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve; 503 while it stops, or while something that
 * is required is away.
 */
export function mountHealth(
  app: Express,
  { checks, isDraining }: { checks: readonly HealthCheck[]; isDraining: () => boolean },
): void {
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  const findings = asker(checks);
  app.get("/health/live", (_req: Request, res: Response) => {
    const eventLoopLagMs = Math.round(loop.max / 1e6);
    loop.reset();
    res.set("cache-control", "no-store").json({ status: "alive", eventLoopLagMs });
  });
  app.get("/health/ready", async (_req: Request, res: Response) => {
    const found = await findings();
    const missing = found.some(({ ok, required }) => required && !ok);
    const status = isDraining() ? "stopping" : missing ? "not ready" : "ready";
    res
      .status(status === "ready" ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ status, checks: found });
  });
}
