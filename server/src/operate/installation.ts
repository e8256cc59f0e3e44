import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { readConfig, type GivenConfig } from "../platform/config/config.ts";
import { PlainError } from "../platform/config/plainError.ts";
import { explainDatabase } from "../platform/database/explain.ts";
import { startEmbeddedPostgres } from "../platform/embedded/embedded.ts";
import { socketUrl } from "../platform/embedded/owner.ts";
import { preparePlace } from "../platform/embedded/place.ts";
import { findPostmaster } from "../platform/embedded/postmaster.ts";
import type { Log } from "../platform/log/log.ts";

/** Where an installation keeps what lasts, as its own environment says. */
export interface Installation {
  given: GivenConfig;
  databaseUrl: string;
  /** Lets go of what was started for this command; a server that was running goes on. */
  close(): Promise<void>;
}

/**
 * The installation that this environment describes: the database of DATABASE_URL, or the embedded one of the data
 * folder, which is left to the Baraza that runs on it. Throws a PlainError when it is neither there nor may be started.
 */
export async function findInstallation(options: {
  environment: NodeJS.ProcessEnv;
  log: Log;
  /** Whether an embedded database that is not running is started for the time of the command. */
  start: boolean;
}): Promise<Installation> {
  const { environment, log, start } = options;
  const folder = path.resolve(environment["DATA_DIR"]?.trim() || ".data");
  // Reading the configuration would make the folder.
  if (!start && !environment["DATABASE_URL"]?.trim() && !existsSync(folder)) throw notHere(folder);
  const given = readConfig(environment);
  if (given.databaseUrl) {
    await explainDatabase(() => answers(given.databaseUrl ?? ""));
    return { given, databaseUrl: given.databaseUrl, close: async () => {} };
  }
  const { dataDir } = given;
  const found = findPostmaster(preparePlace(dataDir, log).cluster);
  if (typeof found === "object")
    return { given, databaseUrl: socketUrl(found.socketDir), close: async () => {} };
  if (!start) throw notHere(dataDir);
  const embedded = await startEmbeddedPostgres({ dataDir, log });
  return { given, databaseUrl: embedded.url, close: () => embedded.stop() };
}

const notHere = (dataDir: string) =>
  new PlainError(
    `No Baraza is running on the data folder ${dataDir}: start it, or set DATABASE_URL or DATA_DIR to those of the installation that you mean.`,
  );

/** One connection for one piece of work, with the word of PostgreSQL kept when the work is refused. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const answers = (url: string) =>
  withClient(url, async (client) => void (await client.query("select 1")));
