import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findPostmaster, stopPostmaster } from "../server/src/platform/embedded/postmaster.ts";
import { freePort } from "../server/src/testing/freePort.ts";

/** The built product, running as one process as `npm start` runs it. */
export interface Product {
  url: string;
  /** Everything it has printed, standard output and errors together. */
  output(): string;
  /** Ends it in order, and the database that a killed one left running in its own data folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. Its data stays until `stop`. */
  kill(): Promise<void>;
}

const main = path.join(import.meta.dirname, "../server/dist/main.js");

/**
 * Starts the product on a free port with a data folder of its own and waits until it answers. Without more, it has
 * its own embedded database with the demo world. For several nodes, give each the same DATABASE_URL, REDIS_URL and
 * BARAZA_SECRET (`startStores`); for a restart, give the DATA_DIR and PORT of the one before.
 */
export async function startProduct(
  options: { env?: Record<string, string> } = {},
): Promise<Product> {
  const port = Number(options.env?.["PORT"] ?? (await freePort()));
  const ownDir = mkdtempSync(path.join(tmpdir(), "baraza-e2e-"));
  const url = `http://localhost:${port}`;
  const env = {
    ...withoutOurs(process.env),
    NODE_ENV: "production",
    DATA_DIR: ownDir,
    DEMO: "1",
    LOG_LEVEL: "warn",
    PUBLIC_URL: url,
    ...options.env,
    PORT: `${port}`,
  };
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    env,
    detached: true, // Ctrl-C is for the tests, which then stop it
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
    }
  };
  try {
    await answers(url, child, () => printed);
  } catch (error) {
    await end("SIGTERM");
    rmSync(ownDir, { recursive: true, force: true });
    throw error;
  }
  return {
    url,
    output: () => printed,
    kill: () => end("SIGKILL"),
    async stop() {
      await end("SIGTERM");
      const cluster = path.join(env.DATA_DIR, "postgres");
      const left = findPostmaster(cluster);
      if (typeof left === "object") await stopPostmaster(left, cluster);
      rmSync(ownDir, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  // The first start on a busy machine makes a database and writes months of conversation into it.
  for (const until = Date.now() + 90_000; Date.now() < until;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(
        `The product ended with ${child.exitCode ?? child.signalCode}:\n${printed()}`,
      );
    // Printed when the demo world is there too; the node listens a little earlier.
    if (printed().includes("Baraza is at") && (await isReady(url))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The product does not answer at ${url}:\n${printed()}`);
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health/ready`).catch(() => undefined);
  return response?.ok ?? false;
}

/** The caller's own settings must not reach the product under test. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(PORT|HOST|DATA_DIR|DATABASE_URL|REDIS_URL|PUBLIC_URL|DEMO|SMTP_URL|MAIL_FROM|BARAZA_.*|TRUST_PROXY|LOG_LEVEL|HEARTBEAT_MS)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
