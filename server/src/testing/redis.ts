import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { Redis } from "ioredis";
import { freePort } from "./freePort.ts";
import { findTool } from "./tool.ts";

export interface TestRedis {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a Redis that keeps nothing, on a port of its own (or the given one); null when this machine has none. */
export async function startRedis(options: { port?: number } = {}): Promise<TestRedis | null> {
  const program = findTool("redis-server", "redis-server");
  if (!program) return null;
  const port = options.port ?? (await freePort());
  const child = spawn(
    program,
    ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    { stdio: "ignore", cwd: "/" },
  );
  const exited = once(child, "exit");
  for (const until = Date.now() + 10_000; !(await answers(port));) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`redis-server did not start on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

/** Cuts the connections of every client, which Redis itself outlives. */
export async function cutClients(url: string): Promise<void> {
  const operator = new Redis(url, { retryStrategy: () => null });
  operator.on("error", () => {});
  for (const type of ["pubsub", "normal"]) await operator.call("CLIENT", "KILL", "TYPE", type);
  operator.disconnect();
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Everything that a Redis holds, as text, by key. */
export async function readAllOf(url: string): Promise<Map<string, string>> {
  const reader = new Redis(url, { retryStrategy: () => null });
  reader.on("error", () => {});
  const all = new Map<string, string>();
  for (const key of await reader.keys("*"))
    all.set(key, String((await reader.dumpBuffer(key))?.toString("latin1")));
  reader.disconnect();
  return all;
}

/** Hears every message of every channel, as a node does that trusts them. */
export function listenToAll(
  url: string,
  hear: (channel: string, text: string) => void,
): { stop(): void } {
  const listener = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  listener.on("error", () => {});
  listener.on("pmessage", (_pattern: string, channel: string, text: string) => hear(channel, text));
  listener.on("ready", () => void listener.psubscribe("*").catch(() => {}));
  return { stop: () => listener.disconnect() };
}
