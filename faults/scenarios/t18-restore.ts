import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyRunning, putBack } from "../../server/src/testing/backup.ts";
import { databaseUrl, onServer } from "../../server/src/testing/database.ts";
import { dumpLog } from "../harness/dump.ts";
import type { Play } from "../harness/play.ts";
import { pause } from "../harness/random.ts";
import { commandsBehind, hasTools, runByHand } from "../stage/guide.ts";
import { folderOf } from "../stage/postgres.ts";
import type { Stage } from "../stage/stage.ts";
import type { Scenario } from "./scenario.ts";

/** The major version of the PostgreSQL that npm brings. */
const VERSION = 18;

export const t18: Scenario = {
  name: "t18",
  title: "restore from a backup with nodes running, then a new epoch, as the operator's guide says",
  invariants: ["I16"],
  seconds: 20,
  cast: { programme: {} },
  async steps(play, seconds) {
    const folder = mkdtempSync(path.join(tmpdir(), "bz-backup-"));
    const wayOf = hasTools(VERSION) ? byTheGuide : byTheFolder;
    try {
      await pause((seconds * 1_000) / 4);
      const backupAt = Date.now();
      const restore = await wayOf(play, folder);
      await pause((seconds * 1_000) / 4);
      const at = Date.now();
      await restore(backupAt);
      const until = Date.now();
      const name = wayOf === byTheGuide ? "restored from a dump" : "restored from a copy";
      play.history.add({ kind: "fault", at, until, of: "postgres", name });
      play.figure("I16", "seconds that the restore took", (until - at) / 1_000);
      await pause((seconds * 1_000) / 2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Puts the backup back; resolves when all is done. */
type Restore = (backupAt: number) => Promise<void>;

/** A dump, restored beside the database while the nodes run, and put into its place: word for word. */
async function byTheGuide(play: Play, folder: string): Promise<Restore> {
  const { stage, history, random } = play;
  const { program, postgres, redis } = stage;
  const environment = {
    PGHOST: folderOf(postgres),
    PGUSER: "postgres",
    DATABASE_URL: stage.databaseUrl,
  };
  // What the guide leaves to whoever reads it: addresses, the name of the file, where the program lies.
  const fill = (commands: string): string =>
    commands
      .replace(/baraza-\d[\d-]+\.dump/, () => readdirSync(folder)[0] ?? "")
      .replace("postgresql://…/restored", databaseUrl(postgres.url, "restored"))
      .replace("postgresql://…/baraza", stage.databaseUrl)
      // Told through Redis, or found by each node's own sweep.
      .replace("redis://…", random() < 0.5 ? redis.url : "")
      .replace("node server/dist/main.js", `${process.execPath} ${path.join(program, "main.js")}`)
      .replace("npm run operate --", `${process.execPath} ${path.join(program, "operate.js")}`);
  const run = (commands: string) => runByHand(fill(commands), { environment, folder });
  await run(commandsBehind("By its own tools"));
  return async (backupAt) => {
    const [beside] = commandsBehind("Restore beside the old database").split("# 4.");
    await run(beside);
    const [exchange, epoch] = commandsBehind("**While the nodes run.**").split("\nDATABASE_URL=");
    await run(exchange);
    history.add({ kind: "restored", at: Date.now(), backupAt, era: play.era + 1 });
    const before = play.era;
    play.era += 1;
    await run(`DATABASE_URL=${epoch}`);
    await onServer(postgres.url, "alter database before_restore with allow_connections true");
    await dumpLog(databaseUrl(postgres.url, "before_restore"), history.folder, before);
  };
}

/** Where the tools are too old for the server: PostgreSQL's own way to copy a data folder, and the epoch by the guide. */
async function byTheFolder(play: Play, folder: string): Promise<Restore> {
  const { stage, history } = play;
  const { postgres } = stage;
  const copy = path.join(folder, "copy");
  await copyRunning(postgres.url, folderOf(postgres), copy);
  return async (backupAt) => {
    for (const { toPostgres } of stage.nodes) {
      toPostgres.refuse(true);
      toPostgres.cut();
    }
    // A commit that was under way is done by now, or never will be.
    await pause(1_000);
    await dumpLog(stage.databaseUrl, history.folder, play.era);
    await postgres.halt();
    putBack(copy, folderOf(postgres));
    await postgres.startAgain();
    await beginEpoch(stage, play.random() < 0.5 ? stage.redis.url : "");
    history.add({ kind: "restored", at: Date.now(), backupAt, era: play.era + 1 });
    play.era += 1;
    for (const { toPostgres } of stage.nodes) toPostgres.refuse(false);
  };
}

/** By the command that the operator's guide gives. */
async function beginEpoch({ program, databaseUrl: url }: Stage, redisUrl: string): Promise<void> {
  const operate = [process.execPath, path.join(program, "operate.js"), "new-epoch"].join(" ");
  await runByHand(operate, {
    environment: { DATABASE_URL: url, REDIS_URL: redisUrl },
    folder: program,
  });
}
