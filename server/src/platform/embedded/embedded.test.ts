import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { explainDataFolder } from "../config/dataFolder.ts";
import { PlainError } from "../config/plainError.ts";
import { canReach } from "./account.ts";
import { startEmbeddedPostgres } from "./embedded.ts";
import { isAlive, pause } from "./postmaster.ts";

const log = pino({ level: "silent" });
const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, log, durable: false });

let folder: string;
let clean: (() => unknown)[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "baraza-embedded-"));
  chmodSync(folder, 0o755); // or, as root, what lies deeper is put elsewhere
  clean = [];
});
afterEach(async () => {
  for (const each of clean.reverse()) await each();
  rmSync(folder, { recursive: true, force: true });
});

async function started(dataDir = folder) {
  const postgres = await start(dataDir);
  clean.push(() => postgres.stop());
  return postgres;
}

async function ask(url: string, statement: string): Promise<string | undefined> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const serverPid = (dataDir = folder) =>
  Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** Another process that starts the database and, on SIGINT, still needs it for a moment before it stops it. */
async function otherProcess(dataDir = folder, as: { uid?: number; gid?: number } = {}) {
  const file = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const code = `
    import { Client } from ${JSON.stringify(import.meta.resolve("pg"))};
    import { startEmbeddedPostgres } from ${file("./embedded.ts")};
    import { createLog } from ${file("../log/log.ts")};
    try {
      const postgres = await startEmbeddedPostgres({ dataDir: process.argv[1], log: createLog({ level: "silent" }), durable: false });
      process.on("SIGINT", async () => {
        const client = new Client(postgres.url);
        await client.connect();
        await client.query("select pg_sleep(0.2)");
        await client.end();
        await postgres.stop();
        console.log("stopped in order");
        process.exit(0);
      });
      console.log("url " + postgres.url);
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.name + " " + error.message);
      process.exit(1);
    }`;
  const child = spawn(
    process.execPath,
    [
      "--input-type=module-typescript",
      "--disable-warning=ExperimentalWarning",
      "-e",
      code,
      dataDir,
    ],
    { ...as, cwd: "/", detached: true, stdio: ["ignore", "pipe", "inherit"] },
  );
  clean.push(() => killed(child));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async () => ((await lines.next()) as IteratorResult<string, string>).value;
  return { child, line };
}

/** Ended: the last thing a server does after its pid file is gone. A zombie is dead too, and waits for its parent. */
function isGone(pid: number): boolean {
  try {
    return !isAlive(pid) || /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

async function killed(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
}

describe("the embedded PostgreSQL", () => {
  test("is the real one, without a port, with room for a hundred connections", async () => {
    const { url } = await started();
    expect(await ask(url, "show server_version")).toMatch(/^18\./);
    expect(await ask(url, "show listen_addresses")).toBe("");
    expect(Number(await ask(url, "show max_connections"))).toBeGreaterThan(110);
    expect(await ask(url, "select datlocale from pg_database where datname = 'postgres'")).toBe(
      "C.UTF-8",
    );
  });

  test("keeps its data, and nothing of it runs after stop", async () => {
    const first = await start(folder);
    await ask(first.url, "create table kept as select 7 as n");
    const pid = serverPid();
    await first.stop();
    await first.stop();
    await expect.poll(() => isGone(pid), { timeout: 5_000 }).toBe(true);
    const { url } = await started();
    expect(await ask(url, "select n from kept")).toBe(7);
  });

  test("is adopted when the process that started it was killed", async () => {
    const { child, line } = await otherProcess();
    const url = (await line()).slice(4);
    await ask(url, "create table kept as select 7 as n");
    const pid = serverPid();
    await killed(child);
    const adopted = await start(folder);
    expect(serverPid()).toBe(pid);
    expect(await ask(adopted.url, "select n from kept")).toBe(7);
    await adopted.stop();
    expect(existsSync(path.join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("recovers when it was killed itself", async () => {
    const first = await start(folder);
    await ask(first.url, "create table kept as select 7 as n");
    process.kill(serverPid(), "SIGKILL");
    const { url } = await started();
    expect(await ask(url, "select n from kept")).toBe(7);
  });

  test("starts although its old process number belongs to another program now", async () => {
    await (await start(folder)).stop();
    const file = path.join(folder, "postgres", "postmaster.pid");
    writeFileSync(
      file,
      `${process.pid}\n${folder}/postgres\n1\n5432\n${folder}/postgres\n\n\nready\n`,
    );
    const { url } = await started();
    expect(await ask(url, "select 1")).toBe(1);
  });

  test("refuses a second Baraza on the same folder and goes on for the first", async () => {
    const { url } = await started();
    const { line } = await otherProcess();
    expect(await line()).toMatch(/^PlainError Another Baraza is running on the data folder/);
    await expect(start(folder)).rejects.toThrow(PlainError);
    expect(await ask(url, "select 1")).toBe(1);
  });

  test("gives an empty folder to one of two that start at the same moment", async () => {
    const both = await Promise.all([otherProcess(), otherProcess()]);
    const lines = await Promise.all(both.map(({ line }) => line()));
    expect(lines.toSorted()).toEqual([
      expect.stringMatching(/^PlainError Another Baraza is running/),
      expect.stringMatching(/^url /),
    ]);
    expect(readdirSync(folder).filter((name) => name.startsWith("initdb"))).toEqual([]);
    const owner = both[lines.findIndex((line) => line.startsWith("url "))];
    owner?.child.kill("SIGINT");
    expect(await owner?.line()).toBe("stopped in order");
  });

  test("does not hear the terminal's Ctrl-C before the process that needs it is done", async () => {
    const { child, line } = await otherProcess();
    await line();
    const pid = serverPid();
    process.kill(-(child.pid ?? 0), "SIGINT"); // to the whole process group, as a terminal does
    expect(await line()).toBe("stopped in order");
    await expect.poll(() => isGone(pid), { timeout: 5_000 }).toBe(true);
  });

  test("runs for a plain user", async () => {
    const nobody = { uid: 65534, gid: 65534 };
    const project = new URL("../../../..", import.meta.url).pathname;
    // A project in root's own home is closed to plain users, and then so is the program itself.
    const as = process.getuid?.() === 0 && canReach(nobody, project) ? nobody : {};
    chmodSync(folder, 0o777);
    const { child, line } = await otherProcess(path.join(folder, "mine"), as);
    expect(await line()).toMatch(/^url /);
    child.kill("SIGINT");
    expect(await line()).toBe("stopped in order");
  });

  test("finds a short place for its socket when the folder's path is long", async () => {
    const deep = path.join(folder, "a".repeat(60), "b".repeat(60));
    await mkdir(deep, { recursive: true });
    const { url } = await started(deep);
    expect(await ask(url, "show data_directory")).toBe(path.join(deep, "postgres"));
  });

  test("takes its ownership back when a crash of a backend dropped the connection", async () => {
    const { url } = await started();
    const owner = "select pid from pg_locks where locktype = 'advisory'";
    const before = await ask(url, owner);
    await ask(url, `select pg_terminate_backend(${before})`);
    for (let tries = 0; tries < 100 && !(await ask(url, owner)); tries++) await pause(20);
    expect(await ask(url, owner)).not.toBe(before);
    await expect(start(folder)).rejects.toThrow(/Another Baraza is running/);
  });
});

describe("a data folder that cannot be used ends in one plain sentence", () => {
  test("written by another release of PostgreSQL", async () => {
    await mkdir(path.join(folder, "postgres"));
    writeFileSync(path.join(folder, "postgres", "PG_VERSION"), "19\n");
    await expect(start(folder)).rejects.toThrow(
      /was written by PostgreSQL 19 and this Baraza runs PostgreSQL 18: /,
    );
    await expect(start(folder)).rejects.toThrow(PlainError);
  });

  test("a file where the folder should be", async () => {
    writeFileSync(path.join(folder, "file"), "");
    await expect(start(path.join(folder, "file"))).rejects.toThrow(/is not a folder: /);
  });

  test.each([
    ["initdb: error: could not write file: No space left on device", /is full: free some space/],
    ["FATAL: could not write lock file: Disk quota exceeded", /is full: free some space/],
    ["EACCES: permission denied, mkdir '/data'", /cannot be read and written by this user: /],
    ["EROFS: read-only file system, mkdir '/data'", /cannot be read and written by this user: /],
  ])("%s", (message, sentence) => {
    const explained = explainDataFolder(new Error(message), "/data");
    expect(explained).toBeInstanceOf(PlainError);
    expect((explained as Error).message).toMatch(sentence);
  });

  test("and what is none of these stays what it was", () => {
    const error = new Error("something else");
    expect(explainDataFolder(error, "/data")).toBe(error);
  });
});
