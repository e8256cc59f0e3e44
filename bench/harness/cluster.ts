import { payloadOf } from "../load/event.ts";
import { Pool } from "../load/pool.ts";
import { LogWriter } from "../ours/logWriter.ts";
import { type OurNode, startOurs } from "../ours/node.ts";
import type { Services } from "../ours/services.ts";
import { cookieOf, seedWorld } from "../ours/world.ts";
import type { Source } from "./stack.ts";
import { type Following, openings, orderFor } from "./stacks.ts";

/** Several nodes of ours on one database; the followers are spread evenly over the first of them. */
export interface Cluster {
  nodes: readonly OurNode[];
  pool: Pool;
  source: Source;
  databaseUrl: string;
  name: string;
  /** What all nodes have used together. */
  server: { usage(): Promise<{ cpuMs: number }> };
  stop(): Promise<void>;
}

export async function openCluster(
  services: Services,
  following: Following,
  { nodes: count, empty = 0 }: { nodes: number; empty?: number },
): Promise<Cluster> {
  const database = await services.database();
  const pool = new Pool(following.clients);
  const nodes: OurNode[] = [];
  const writers: LogWriter[] = [];
  const stop = async () => {
    await Promise.all([pool.stop(), ...nodes.map((node) => node.stop())]);
    await Promise.all(writers.map((writer) => writer.close()));
    await database.drop();
  };
  try {
    await seedWorld(database.url, following.world);
    for (let i = 0; i < count + empty; i++)
      nodes.push(await startOurs(services, { databaseUrl: database.url }));
    const { redisUrl } = services;
    const writer = await LogWriter.open({ databaseUrl: database.url, redisUrl });
    writers.push(writer);
    const people = openings(following.world, cookieOf);
    for (const [i, { port }] of nodes.slice(0, count).entries()) {
      const own = people.filter(({ index }) => index % count === i);
      // One process of the load client takes them all: which node somebody is on is the node's affair.
      await pool.open(orderFor(following, port, true), own);
    }
    return {
      nodes,
      pool,
      databaseUrl: database.url,
      source: {
        publish: (batch) => writer.write(batch),
        onSent: (listener) => writer.onCommitted(listener),
        expected: (room, seq) => payloadOf(room, seq, following.seen),
        failure: () => writer.failed,
      },
      name: `${count} nodes`,
      server: {
        async usage() {
          const each = await Promise.all(nodes.map(({ child }) => child.usage()));
          return { cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0) };
        },
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
