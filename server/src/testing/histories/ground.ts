import "reflect-metadata";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { Context } from "../../house/context.ts";
import { mountGraphql } from "../../platform/graphql/host.ts";
import { buildSchema } from "../../schema/schema.ts";
import { World, type Data } from "../world.ts";

/** `stream` is the same for all that one page is told. */
export type Spoil = (update: Data, stream: object) => Data[];

/** A house with the real transports in front, where "Bearer ID" is the person of that id. */
export interface Ground {
  world: World;
  url: string;
  /** What of an update arrives: itself, unless a test of the histories plants a fault. */
  spoil: Spoil;
  close(): Promise<void>;
}

/** A snapshot's whole selection for every update is more than a screen asks, and nobody is to be throttled. */
const limits = {
  characters: 100_000,
  tokens: 10_000,
  selections: 10_000,
  cost: 1_000_000,
  pointsPerPerson: 1_000_000_000,
  operationsPerSecond: 10_000,
  framesPerSecond: 10_000,
  upgradesPerSecond: 10_000,
  closeMs: 100,
};

export async function openGround(postgresUrl: string): Promise<Ground> {
  // Frequent heartbeats: by them a page knows in the end that it has heard all.
  const world = await World.open(postgresUrl, { heartbeatMs: 100 });
  const { house } = world;
  const app = express();
  const server = createServer(app);
  const host = await mountGraphql<Context>({
    app,
    server,
    schema: buildSchema(),
    authenticate: async (_request, authorization = "") => {
      const personId = authorization.replace("Bearer ", "");
      return personId ? { personId, sessionId: personId, scopes: "all" } : null;
    },
    contextFor: (audience, beside) => new Context(house, audience, beside),
    limits,
    publicUrl: house.config.publicUrl,
    strangersReadSchema: false,
    log: house.log,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    world,
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    spoil: (update) => [update],
    async close() {
      host.closeAll(1001);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}
