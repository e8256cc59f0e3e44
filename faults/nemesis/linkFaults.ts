import type { Link } from "../stage/link.ts";
import type { StageNode } from "../stage/node.ts";
import type { Fault, Hands } from "./nemesis.ts";

/** The links between people and one node. */
const outer = ({ front, door }: StageNode): Link[] => [front, door];

export const cutLinks: Fault = {
  of: "link",
  name: "links cut",
  async inflict({ anyNode, wait }) {
    const links = outer(anyNode());
    for (let i = 0; i < 3; i++) {
      for (const link of links) link.cut();
      await wait(20, 500);
    }
  },
};

/** Nothing comes through for so long, and nobody is told. */
export const pauseLinks = (from: number, to = from): Fault => ({
  of: "link",
  name: from >= 60_000 ? "links paused 60 s" : "links paused",
  async inflict({ anyNode, wait }) {
    const links = outer(anyNode());
    for (const link of links) link.hold();
    await wait(from, to);
    for (const link of links) link.release();
  },
});

/** One node cannot reach PostgreSQL for a while, and nobody tells it so. */
export const partitionPostgres: Fault = {
  of: "postgres",
  name: "PostgreSQL partitioned from a node",
  async inflict({ anyNode, wait }) {
    const { toPostgres } = anyNode();
    toPostgres.hold();
    await wait(500, 4_000);
    toPostgres.cut();
    toPostgres.release();
  },
};

const spoil =
  (weather: Parameters<Link["set"]>[0]) =>
  async ({ anyNode, wait }: Hands): Promise<void> => {
    const links = outer(anyNode());
    for (const link of links) link.set(weather);
    await wait(2_000, 5_000);
    for (const link of links) link.set();
  };

export const throttleLinks: Fault = {
  of: "link",
  name: "links throttled to 8 KiB/s",
  inflict: spoil({ bytesPerSecond: 8 * 1024 }),
};

export const lossyLinks: Fault = {
  of: "link",
  name: "links lossy (5 %)",
  inflict: spoil({ lossy: 0.05 }),
};

/** A request is done, and its answer never comes. */
export const swallowAnswers = (share: number, from: number, to: number): Fault => ({
  of: "load",
  name: "answers lost behind the commit",
  async inflict({ stage, wait }) {
    for (const { door } of stage.nodes) door.set({ swallow: share });
    await wait(from, to);
    for (const { door } of stage.nodes) door.set();
  },
});
