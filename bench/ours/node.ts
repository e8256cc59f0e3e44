import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../server/src/testing/freePort.ts";
import { Child } from "../harness/child.ts";
import { pause } from "../harness/clock.ts";
import { secret, type Services } from "./services.ts";

/** What the operator's address is; the load client's sockets come from its pages. */
export const publicUrl = "http://baraza.example";

/** One node of ours: the production build with everything on, as an operator starts it. */
export interface OurNode {
  child: Child;
  port: number;
  stop(): Promise<void>;
}

export async function startOurs(
  services: Services,
  options: { databaseUrl: string; redis?: boolean; environment?: NodeJS.ProcessEnv },
): Promise<OurNode> {
  const { databaseUrl, redis = true, environment = {} } = options;
  const port = await freePort();
  const dataDir = mkdtempSync(path.join(tmpdir(), "baraza-bench-node-"));
  const child = new Child({
    name: "ours",
    program: services.program,
    node: ["--enable-source-maps"],
    env: {
      PORT: `${port}`,
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redis ? services.redisUrl : "",
      PUBLIC_URL: publicUrl,
      BARAZA_SECRET: secret,
      DEMO: "0",
      // Each follower has an address of its own, which it says itself.
      TRUST_PROXY: "1",
      // They all arrive at once, which an operator's installation sees after a restart at most.
      UPGRADES_PER_SECOND: "20000",
      LOG_LEVEL: "error",
      ...environment,
    },
  });
  const stop = async () => {
    await child.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const until = Date.now() + 60_000; !(await isReady(port)); await pause(50)) {
    if (!child.ended && Date.now() < until) continue;
    await stop();
    throw new Error(`the server did not start: ${child.words}`);
  }
  return { child, port, stop };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(2_000);
    return (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal })).ok;
  } catch {
    return false;
  }
}
