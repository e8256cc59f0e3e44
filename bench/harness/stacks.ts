import { bodyOf, documentOf, payloadOf } from "../load/event.ts";
import { Pool } from "../load/pool.ts";
import type { Opening, OpenOrder } from "../load/protocol.ts";
import type { Publication } from "../peers/control.ts";
import { LogWriter } from "../ours/logWriter.ts";
import { type OurNode, publicUrl, startOurs } from "../ours/node.ts";
import type { Services } from "../ours/services.ts";
import { cookieOf, peopleIn, seedWorld, type World } from "../ours/world.ts";
import { pause } from "./clock.ts";
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
  /** Whether updates that are sent in one moment are one commit. */
  together?: boolean;
  /** Whether a peer hears of an update when it is committed, as ours does, and not when it is sent. */
  paced?: boolean;
  /** Nobody follows until the benchmark says so. */
  later?: boolean;
}

/** Sockets a second that are opened for ours; fewer when each brings many subscriptions. */
function ourRate({ rooms, members, stride }: World): number {
  const each = stride === 0 ? rooms : Math.max(1, members / stride);
  return Math.min(500, 2_000 / each);
}

/** Every follower's socket, with the rooms that its person is in. */
export function openings(world: World, cookie: (n: number) => string | null): Opening[] {
  return Array.from({ length: peopleIn(world) }, (_, index) => {
    const rooms: number[] = [];
    const first =
      world.stride === 0 ? 0 : Math.max(0, Math.ceil((index - world.members + 1) / world.stride));
    for (let room = first; room < world.rooms && room * world.stride <= index; room++)
      rooms.push(room);
    return { index, cookie: cookie(index), rooms };
  });
}

/** What the load client is told of a stack. */
export function orderFor(
  { world, seen = false, ownIds = false }: Following,
  port: number,
  ours: boolean,
): Omit<OpenOrder, "do" | "openings"> {
  return {
    port,
    path: "/graphql",
    origin: ours ? publicUrl : null,
    query: documentOf({ seen, after: ours }),
    rate: ours ? ourRate(world) : 1_500,
    live: ours,
    ownIds,
    base: 0,
  };
}

/** How people begin to follow a stack. */
function joiner(pool: Pool, following: Following, port: number, ours: boolean): Stack["join"] {
  const order = orderFor(following, port, ours);
  const all = openings(following.world, ours ? cookieOf : () => null);
  return async (from, count, by = pool) => {
    const ms = await by.open(order, all.slice(from, from + count));
    // The peers do not say when a follower is live.
    if (!ours) await pause(500);
    return ms;
  };
}

/** What a peer is told: at once, or at the pace at which the same updates are committed. */
interface Feed {
  publish: (batch: readonly Publication[]) => void;
  failure: () => unknown;
  stop(): Promise<void>;
}

/** Commits as those that ours delivers, in a database that nobody reads: who is told of them waits as long as ours. */
async function openFeed(
  services: Services,
  { world, together }: Following,
  tell: (batch: readonly Publication[]) => void,
): Promise<Feed> {
  const database = await services.database();
  try {
    await seedWorld(database.url, { ...world, members: 1 });
    const writer = await LogWriter.open({ databaseUrl: database.url, redisUrl: null, together });
    let committed: Publication[] = [];
    writer.onCommitted((room, seq) => {
      // All of a commit in one go.
      if (committed.length === 0)
        queueMicrotask(() => {
          tell(committed);
          committed = [];
        });
      committed.push([room, seq]);
    });
    return {
      publish: (batch) => writer.write(batch),
      failure: () => writer.failed,
      async stop() {
        await writer.close();
        await database.drop();
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

/** A peer with its followers. */
export async function openPeer(
  name: PeerName,
  services: Services,
  following: Following,
): Promise<Stack> {
  const { child, port } = await startPeer(name, services.redisUrl);
  const pool = new Pool(following.clients);
  const tell = (batch: readonly Publication[]) => child.send({ publish: batch });
  let feed: Feed = { publish: tell, failure: () => null, stop: async () => {} };
  const stop = async () => void (await Promise.all([pool.stop(), child.stop(), feed.stop()]));
  const join = joiner(pool, following, port, false);
  try {
    if (following.paced) feed = await openFeed(services, following, tell);
    if (!following.later) await join(0, peopleIn(following.world));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name,
    server: child,
    port,
    pool,
    join,
    source: {
      publish: feed.publish,
      expected: (room, seq) => payloadOf(room, seq, following.seen),
      failure: () => feed.failure() ?? (child.ended ? child.words : null),
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
      together: following.together,
    }));
    const join = joiner(pool, following, node.port, true);
    if (!following.later)
      await join(0, peopleIn(following.world)).catch((error: unknown) => {
        throw new Error(`${String(error)} ${node.child.words}`, { cause: error });
      });
    return {
      name: "ours",
      server: node.child,
      port: node.port,
      node,
      databaseUrl: database.url,
      pool,
      join,
      source: {
        publish: (batch) => writer.write(batch),
        onSent: (listener) => writer.onCommitted(listener),
        expected: (room, seq) =>
          payloadOf(room, seq, following.seen, (following.body ?? bodyOf)(seq)),
        failure: () => writer.failed ?? (node.child.ended ? node.child.words : null),
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
