import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyRunning, putBack } from "../../server/src/testing/backup.ts";
import { dumpLog } from "../harness/dump.ts";
import type { Play } from "../harness/play.ts";
import { pause } from "../harness/random.ts";
import { folderOf } from "../stage/postgres.ts";
import type { Stage } from "../stage/stage.ts";
import type { Scenario } from "./scenario.ts";

export const t18: Scenario = {
  name: "t18",
  title: "restore from a backup with nodes running, then a new epoch",
  invariants: ["I16"],
  seconds: 20,
  cast: { programme: {} },
  async steps(play, seconds) {
    const folder = mkdtempSync(path.join(tmpdir(), "bz-backup-"));
    const copy = path.join(folder, "copy");
    try {
      await pause((seconds * 1_000) / 4);
      const backupAt = Date.now();
      await copyRunning(play.stage.postgres.url, folderOf(play.stage.postgres), copy);
      await pause((seconds * 1_000) / 4);
      const took = await restore(play, copy, backupAt);
      play.figure("I16", "seconds that the restore took", took / 1_000);
      await pause((seconds * 1_000) / 2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What an operator does: nobody may write any more, the data folder is put back, a new epoch begins. */
async function restore(play: Play, copy: string, backupAt: number): Promise<number> {
  const { stage, history } = play;
  const at = Date.now();
  for (const { toPostgres } of stage.nodes) {
    toPostgres.refuse(true);
    toPostgres.cut();
  }
  // A commit that was under way is done by now, or never will be.
  await pause(1_000);
  await dumpLog(stage.postgres.url, history.folder, play.era);
  await stage.postgres.halt();
  putBack(copy, folderOf(stage.postgres));
  await stage.postgres.startAgain();
  // Told through Redis, or found by each node's own sweep.
  beginEpoch(stage, play.random() < 0.5 ? stage.redis.url : "");
  history.add({ kind: "restored", at: Date.now(), backupAt, era: play.era + 1 });
  play.era += 1;
  for (const { toPostgres } of stage.nodes) toPostgres.refuse(false);
  history.add({
    kind: "fault",
    at,
    until: Date.now(),
    of: "postgres",
    name: "restored from a backup",
  });
  return Date.now() - at;
}

/** By the command that the operator's guide gives. */
function beginEpoch({ program, postgres }: Stage, redisUrl: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(program, "operate.js"), "new-epoch"],
    {
      env: { PATH: process.env["PATH"], DATABASE_URL: postgres.url, REDIS_URL: redisUrl },
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`new-epoch ended with ${status}: ${stdout} ${stderr}`);
}
