import { rmSync, statfsSync } from "node:fs";
import { explainDataFolder } from "../config/dataFolder.ts";
import type { Log } from "../log/log.ts";
import { ensureCluster } from "./cluster.ts";
import { launch, type Launched } from "./launch.ts";
import { claim, socketUrl } from "./owner.ts";
import { type Place, preparePlace } from "./place.ts";
import { findPostmaster, pause, pidFile, type Postmaster, stopPostmaster } from "./postmaster.ts";

export interface EmbeddedPostgres {
  /** Of the database `postgres`, over a Unix socket that only this user can reach: no port, no password. */
  url: string;
  /** Throws the clients out, writes everything down, ends the server. A second call does nothing. */
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL 18 on `dataDir/postgres`, or adopts the server that a killed Baraza left running there. Holds
 * about a hundred connections. `durable: false` is for tests: quicker, and a power cut loses the data.
 *
 * Throws a PlainError when the disk is full, the folder cannot be used, belongs to another release of PostgreSQL, or
 * another Baraza is running on it.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: Log;
  durable?: boolean;
}): Promise<EmbeddedPostgres> {
  const { log, durable = true } = options;
  const place = preparePlace(options.dataDir, log);
  await ensureCluster(place);
  // More than once only if a server that was found is on its way out, or another start gets in between.
  for (let attempt = 0; attempt < 20; attempt++, await pause(100)) {
    const server = await findOrLaunch(place, durable, log);
    const letGo = server && (await claim(server, place.dataDir, log));
    if (!letGo) continue;
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      const { close } = letGo();
      await stopPostmaster(server, place.cluster);
      await close();
      if (server.socketDir !== place.cluster)
        rmSync(server.socketDir, { recursive: true, force: true });
    };
    return { url: socketUrl(server.socketDir), stop: () => (stopped ??= stop()) };
  }
  throw new Error(
    `PostgreSQL does not stay up on ${place.cluster}; its log is in ${place.dataDir}.`,
  );
}

// Another start was faster, or the last server was killed and its children are still on their way out.
const passing = /lock file .* already exists|shared memory block .* is still in use/;

async function findOrLaunch(
  place: Place,
  durable: boolean,
  log: Log,
): Promise<Postmaster | undefined> {
  const found = findPostmaster(place.cluster);
  if (found === "starting") return undefined;
  if (found === "stale") rmSync(pidFile(place.cluster), { force: true });
  else if (found) {
    log.info(`Adopted the PostgreSQL ${found.pid} that was still running on ${place.cluster}.`);
    return found;
  }
  const launched = launch(place, durable);
  const failure = await Promise.race([launched.ended, isListening(place, launched)]);
  if (failure === undefined) return launched;
  if (passing.test(failure)) return undefined;
  // On a full disk the server cannot even write into its log why it gave up.
  const reason = isFull(place.dataDir) ? "No space left on device" : failure;
  throw explainDataFolder(new Error(`PostgreSQL did not start: ${reason}`), place.dataDir);
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 2 ** 20;
}

/** Resolves when the server has written its own number down, which it does before it opens its socket. */
async function isListening(place: Place, launched: Launched): Promise<undefined> {
  let over = false;
  void launched.ended.then(() => (over = true));
  while (!over) {
    const found = findPostmaster(place.cluster);
    if (typeof found === "object" && found.pid === launched.pid) return;
    await pause(10);
  }
  return new Promise(() => undefined); // the other one of the race has the answer
}
