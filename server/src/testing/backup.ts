import {
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Client } from "pg";

/** What belongs to the running server and not to its data. */
const passing = /^(pg_wal|postmaster\.(pid|opts)|\.s\.PGSQL.*|pg_replslot|pg_stat_tmp)$/;

/**
 * Copies a running PostgreSQL's data folder as its manual says ("Making a Base Backup Using the Low Level API"): the
 * copy, its label, and the log that was written meanwhile. That is what pg_basebackup does, which npm does not bring.
 */
export async function copyRunning(url: string, cluster: string, copy: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query("select pg_backup_start('a test', fast => true)");
    mkdirSync(copy, { mode: 0o700 });
    cpSync(cluster, copy, {
      recursive: true,
      filter: (source) => path.dirname(source) !== cluster || !passing.test(path.basename(source)),
    });
    const { rows } = await client.query<{ label: string }>(
      "select labelfile as label from pg_backup_stop(wait_for_archive => false)",
    );
    writeFileSync(path.join(copy, "backup_label"), rows[0].label);
    cpSync(path.join(cluster, "pg_wal"), path.join(copy, "pg_wal"), { recursive: true });
    mkdirSync(path.join(copy, "pg_replslot"), { recursive: true });
  } finally {
    await client.end();
  }
}

/** Puts a copy into the place of a stopped PostgreSQL's data folder. */
export function putBack(copy: string, cluster: string): void {
  const { uid, gid } = statSync(cluster);
  rmSync(cluster, { recursive: true });
  renameSync(copy, cluster);
  giveTo(cluster, { uid, gid });
}

function giveTo(folder: string, owner: { uid: number; gid: number }): void {
  // The server refuses files of anybody else.
  const own = (target: string) => chownSync(target, owner.uid, owner.gid);
  own(folder);
  for (const each of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    own(path.join(folder, each));
}
