import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { freePort } from "./freePort.ts";
import { findTool } from "./tool.ts";

const SLOTS = 16_384;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One server of the test's cluster, with a connection of its operator. */
export interface ClusterServer {
  port: number;
  id: string;
  operator: Redis;
  kill(): Promise<void>;
}

/** A real cluster on this machine: three masters, and a replica of the first. */
export class TestCluster {
  readonly masters: ClusterServer[];
  readonly replica: ClusterServer;
  readonly #folder: string;

  private constructor(servers: ClusterServer[], folder: string) {
    this.masters = servers.slice(0, 3);
    this.replica = servers[3];
    this.#folder = folder;
  }

  /** null when this machine has no Redis. */
  static async start(): Promise<TestCluster | null> {
    const program = findTool("redis-server", "redis-server");
    if (!program) return null;
    const folder = mkdtempSync(path.join(tmpdir(), "baraza-cluster-"));
    const servers: ClusterServer[] = [];
    for (let i = 0; i < 4; i++) servers.push(await startServer(program, path.join(folder, `${i}`)));
    const [first, ...others] = servers;
    for (const other of others)
      await other.operator.call("CLUSTER", "MEET", "127.0.0.1", first.port, await busPort(first));
    const share = Math.ceil(SLOTS / 3);
    for (const [i, { operator }] of servers.slice(0, 3).entries())
      await operator.call(
        "CLUSTER",
        "ADDSLOTSRANGE",
        i * share,
        Math.min(SLOTS, (i + 1) * share) - 1,
      );
    const cluster = new TestCluster(servers, folder);
    await cluster.settled(async ({ operator }) => {
      const info = String(await operator.call("CLUSTER", "INFO"));
      return /cluster_state:ok/.test(info) && /cluster_known_nodes:4/.test(info);
    });
    await cluster.replica.operator.call("CLUSTER", "REPLICATE", first.id);
    await cluster.#until(async () =>
      /master_link_status:up/.test(await cluster.replica.operator.info("replication")),
    );
    return cluster;
  }

  /** As REDIS_URL names it: any of its servers are enough. */
  get url(): string {
    return `redis+cluster://${this.masters.map(({ port }) => `127.0.0.1:${port}`).join(",")}`;
  }

  /** Moves slots one by one from a master to another, as an operator's reshard does. They hold no keys. */
  async moveSlots(
    slots: readonly number[],
    { from, to }: { from: ClusterServer; to: ClusterServer },
  ): Promise<void> {
    for (const slot of slots) {
      await to.operator.call("CLUSTER", "SETSLOT", slot, "IMPORTING", from.id);
      await from.operator.call("CLUSTER", "SETSLOT", slot, "MIGRATING", to.id);
      for (const { operator } of [to, from])
        await operator.call("CLUSTER", "SETSLOT", slot, "NODE", to.id);
    }
  }

  /** Until it holds of every server that lives. */
  async settled(holds: (server: ClusterServer) => Promise<boolean>): Promise<void> {
    for (const server of [...this.masters, this.replica])
      if (server.operator.status !== "end") await this.#until(() => holds(server));
  }

  async stop(): Promise<void> {
    for (const server of [...this.masters, this.replica]) await server.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #until(holds: () => Promise<boolean>): Promise<void> {
    for (const until = Date.now() + 15_000; !(await holds()); await pause(50))
      if (Date.now() > until) throw new Error("the Redis cluster does not come to rest");
  }
}

async function busPort({ operator, id }: ClusterServer): Promise<number> {
  const line = String(await operator.call("CLUSTER", "NODES"));
  const own = line.split("\n").find((each) => each.startsWith(id)) ?? "";
  return Number(/@(\d+)/.exec(own)?.[1]);
}

async function startServer(program: string, folder: string): Promise<ClusterServer> {
  const [port, bus] = [await freePort(), await freePort()];
  const child = spawn(
    program,
    Object.entries({
      port,
      bind: "127.0.0.1",
      save: "",
      appendonly: "no",
      "cluster-enabled": "yes",
      "cluster-port": bus,
      "cluster-config-file": `${folder}.conf`,
      "cluster-node-timeout": 1_000,
      // Without a shard it still serves the others.
      "cluster-require-full-coverage": "no",
      "cluster-replica-validity-factor": 0,
    }).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    { stdio: "ignore", cwd: "/" },
  );
  const exited = once(child, "exit");
  const operator = new Redis({
    port,
    host: "127.0.0.1",
    retryStrategy: (times) => (times > 100 ? null : 50),
    maxRetriesPerRequest: null,
  });
  operator.on("error", () => {});
  const id = String(await operator.call("CLUSTER", "MYID"));
  return {
    port,
    id,
    operator,
    async kill() {
      operator.disconnect();
      child.kill("SIGKILL");
      await exited;
    },
  };
}
