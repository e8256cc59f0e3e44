import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { launch } from "../platform/embedded/launch.ts";
import { socketUrl } from "../platform/embedded/owner.ts";
import { preparePlace } from "../platform/embedded/place.ts";
import { createLog } from "../platform/log/log.ts";

export interface TestReplica {
  /** Of the same database that the given address of the primary names. */
  urlOf(primaryUrl: string): string;
  pid: number;
  /** Runs a statement as its operator. */
  run(statement: string): Promise<Record<string, unknown>[]>;
  /** At once, without a word to those who are connected. */
  halt(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL that streams from the given one, made from a copy of its files in backup mode. */
export async function startReplica(primaryUrl: string): Promise<TestReplica> {
  const folder = mkdtempSync(path.join(tmpdir(), "bz-rep-"));
  const place = preparePlace(folder, createLog({ level: "error" }));
  const primary = new Client({ connectionString: primaryUrl });
  await primary.connect();
  try {
    const { rows } = await primary.query<{ files: string; sockets: string }>(
      "select current_setting('data_directory') as files, current_setting('unix_socket_directories') as sockets",
    );
    const { files, sockets } = rows[0];
    await primary.query("select pg_backup_start('replica', true)");
    const copied = spawnSync("cp", ["-a", files, place.cluster], { encoding: "utf8" });
    // A file that goes while it is copied is made good by the log.
    if (copied.status !== 0 && !/No such file/.test(copied.stderr)) throw new Error(copied.stderr);
    const stopped = await primary.query<{ labelfile: string }>(
      "select labelfile from pg_backup_stop(false)",
    );
    for (const name of ["postmaster.pid", ".s.PGSQL.5432", ".s.PGSQL.5432.lock"])
      rmSync(path.join(place.cluster, name), { force: true });
    const texts: [string, string][] = [
      ["backup_label", stopped.rows[0].labelfile],
      ["standby.signal", ""],
      ["postgresql.auto.conf", `primary_conninfo = 'host=${sockets} port=5432 user=postgres'\n`],
    ];
    for (const [name, text] of texts) {
      const file = path.join(place.cluster, name);
      writeFileSync(file, text, { mode: 0o600 });
      if (place.account) chownSync(file, place.account.uid, place.account.gid);
    }
  } finally {
    await primary.end();
  }
  const launched = launch(place, false);
  const signal = (name: NodeJS.Signals) => process.kill(launched.pid, name);
  const ended = launched.ended;
  let over = false;
  void ended.then(() => (over = true));
  process.on("exit", () => over || signal("SIGQUIT"));
  const end = async (name: NodeJS.Signals) => {
    if (!over) signal(name);
    // The server is no reason for this process to stay alive; waiting for its end is.
    const waiting = setInterval(() => {}, 1_000);
    await ended;
    clearInterval(waiting);
  };
  const url = socketUrl(launched.socketDir);
  const run = async (statement: string) => {
    const client = new Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  };
  for (;;) {
    try {
      await run("select 1");
      break;
    } catch (error) {
      if (over) throw new Error(`the replica did not start: ${await ended}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    urlOf(of) {
      const own = new URL(url);
      own.pathname = new URL(of).pathname;
      return own.href;
    },
    pid: launched.pid,
    run,
    halt: () => end("SIGQUIT"),
    async stop() {
      await end("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
