import { RedisPokes } from "../live/pokesRedis.ts";
import { PlainError } from "../platform/config/plainError.ts";
import { createLog, type Log } from "../platform/log/log.ts";
import { findInstallation, withClient } from "./installation.ts";

const REDIS_MS = 4_000;

/**
 * Begins a new epoch: what was written after the backup is gone from the log, so no cursor of before may be believed.
 * Nodes that run hear of it at once through Redis, and find it by themselves within a sweep without.
 */
export async function newEpoch(options: {
  environment: NodeJS.ProcessEnv;
  say: (line: string) => void;
}): Promise<{ before: string; now: string }> {
  const { say } = options;
  const log = createLog({ level: "silent" });
  const installation = await findInstallation({
    environment: options.environment,
    log,
    start: true,
  });
  try {
    const turned = await turn(installation.databaseUrl);
    say(`The epoch was ${turned.before} and is ${turned.now} now.`);
    say(
      "Every cursor of before is answered by Reset from now on: clients ask for their pages anew.",
    );
    const { redisUrl } = installation.given;
    if (!redisUrl)
      say(
        "REDIS_URL is not set: a node that runs finds the new epoch by itself, within 3 seconds.",
      );
    else if (await tellNodes(redisUrl, log)) say("All nodes that run were told through Redis.");
    else
      say(
        "Redis does not answer at REDIS_URL: nodes that run find the new epoch by themselves, within 3 seconds.",
      );
    return turned;
  } finally {
    await installation.close();
  }
}

async function turn(databaseUrl: string): Promise<{ before: string; now: string }> {
  return withClient(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ present: string | null }>(
      "select to_regclass('public.installation') as present",
    );
    if (!tables[0]?.present)
      throw new PlainError(
        "The database has no tables of Baraza: restore the backup into it first, or correct DATABASE_URL.",
      );
    const { rows } = await client.query<{ before: string; now: string }>(
      `with past as (select id, epoch from installation for update)
       update installation set epoch = gen_random_uuid() from past
       where installation.id = past.id
       returning past.epoch as before, installation.epoch as now`,
    );
    const [turned] = rows;
    if (!turned)
      throw new PlainError("The table installation is empty: the restore was not whole.");
    return turned;
  });
}

/** Whether Redis took the word. */
async function tellNodes(url: string, log: Log): Promise<boolean> {
  const pokes = new RedisPokes({ url, prefix: "baraza", log });
  try {
    const ready = new Promise<void>((resolve) => pokes.onTurn(resolve));
    await Promise.race([
      ready,
      new Promise((resolve) => {
        setTimeout(resolve, REDIS_MS).unref();
      }),
    ]);
    await pokes.control({ kind: "epochTurned" });
    return true;
  } catch {
    return false;
  } finally {
    await pokes.close();
  }
}
