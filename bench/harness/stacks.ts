import { documentOf, payloadOf } from "../load/event.ts";
import { Pool } from "../load/pool.ts";
import type { Opening } from "../load/protocol.ts";
import { LogWriter } from "../ours/logWriter.ts";
import { type OurNode, publicUrl, startOurs } from "../ours/node.ts";
import type { Services } from "../ours/services.ts";
import { cookieOf, peopleIn, seedWorld, type World } from "../ours/world.ts";
import { type PeerName, type Stack, startPeer } from "./stack.ts";

export interface Following {
  world: World;
  /** Processes of the load client. */
  clients: number;
  /** Whether the selection has a field that differs from viewer to viewer. */
  seen?: boolean;
  ownIds?: boolean;
  /** The text of our messages, where it is not the usual one. */
  body?: (seq: number) => string;
}

/** Sockets a second that ours lets in, with something to spare. */
const OUR_RATE = 280;

/** Every follower's socket, with the rooms that its person is in. */
function openings(world: World, cookie: (n: number) => string | null): Opening[] {
  return Array.from({ length: peopleIn(world) }, (_, index) => {
    const rooms: number[] = [];
    const first =
      world.stride === 0 ? 0 : Math.max(0, Math.ceil((index - world.members + 1) / world.stride));
    for (let room = first; room < world.rooms && room * world.stride <= index; room++)
      rooms.push(room);
    return { index, cookie: cookie(index), rooms };
  });
}

async function follow(
  pool: Pool,
  { world, seen = false, ownIds = false }: Following,
  port: number,
  ours: boolean,
): Promise<number> {
  const order = {
    port,
    path: "/graphql",
    origin: ours ? publicUrl : null,
    query: documentOf(seen),
    rate: ours ? OUR_RATE : 1_500,
    live: ours,
    ownIds,
    base: 0,
  };
  return pool.open(order, openings(world, ours ? cookieOf : () => null));
}

/** A peer with its followers. */
export async function openPeer(
  name: PeerName,
  services: Services,
  following: Following,
): Promise<Stack> {
  const { child, port } = await startPeer(name, services.redisUrl);
  const pool = new Pool(following.clients);
  const stop = async () => void (await Promise.all([pool.stop(), child.stop()]));
  try {
    await follow(pool, following, port, false);
    // They do not say when a follower is live.
    await new Promise((resolve) => setTimeout(resolve, 500));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name,
    server: child,
    port,
    pool,
    source: {
      publish: (batch) => child.send({ publish: batch }),
      expected: (room, seq) => payloadOf(room, seq, following.seen),
      failure: () => (child.ended ? child.words : null),
    },
    stop,
  };
}

export interface Ours extends Stack {
  node: OurNode;
  databaseUrl: string;
}

/** Our server with its followers; what it delivers comes out of the log. */
export async function openOurs(services: Services, following: Following): Promise<Ours> {
  const database = await services.database();
  const pool = new Pool(following.clients);
  const parts: { node?: OurNode; writer?: LogWriter } = {};
  const stop = async () => {
    await Promise.all([pool.stop(), parts.node?.stop(), parts.writer?.close()]);
    await database.drop();
  };
  try {
    await seedWorld(database.url, following.world);
    const node = (parts.node = await startOurs(services, { databaseUrl: database.url }));
    const writer = (parts.writer = await LogWriter.open({
      databaseUrl: database.url,
      redisUrl: services.redisUrl,
      body: following.body,
    }));
    await follow(pool, following, node.port, true).catch((error: unknown) => {
      throw new Error(`${String(error)} ${node.child.words}`, { cause: error });
    });
    return {
      name: "ours",
      server: node.child,
      port: node.port,
      node,
      databaseUrl: database.url,
      pool,
      source: {
        publish: (batch) => writer.write(batch),
        expected: (room, seq) => payloadOf(room, seq, following.seen),
        failure: () => writer.failed ?? (node.child.ended ? node.child.words : null),
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
