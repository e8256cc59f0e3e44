import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { freePort } from "./testing/freePort.ts";

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "bz-main-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The program itself, with a fault that nobody catches on a signal. */
async function start() {
  const port = await freePort();
  const fault = `data:text/javascript,process.on("SIGUSR2", () => { throw new Error("planted"); })`;
  const child = spawn(
    process.execPath,
    ["--import", fault, "--import", "tsx", path.join(import.meta.dirname, "main.ts")],
    {
      env: {
        PATH: process.env["PATH"],
        TSX_TSCONFIG_PATH: path.join(import.meta.dirname, "../tsconfig.json"),
        PORT: `${port}`,
        DATA_DIR: dataDir,
        DEMO: "0",
        LOG_LEVEL: "error",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const end = () => child.kill("SIGKILL");
  process.on("exit", end);
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (words += text.toString()));
  const exited = once(child, "exit").then(([code]) => {
    process.off("exit", end);
    return code as number | null;
  });
  const url = `http://127.0.0.1:${port}`;
  const ready = async () =>
    (await fetch(`${url}/health/ready`).catch(() => null))?.status === 200 ||
    child.exitCode !== null;
  await expect.poll(ready, { timeout: 60_000, interval: 100 }).toBe(true);
  return { url, child, exited, words: () => words };
}

it("ends in order with 1 after an error that nobody caught, and stands up again", async () => {
  const first = await start();
  const socket = new WebSocket(
    `${first.url.replace("http", "ws")}/graphql`,
    "graphql-transport-ws",
  );
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init" }));
  await once(socket, "message");
  const closed = once(socket, "close");

  first.child.kill("SIGUSR2");
  expect(await first.exited, first.words()).toBe(1);
  const [code] = await closed;
  expect(code, "its sockets are told to come back elsewhere").toBe(1012);
  expect(first.words()).toMatch(/"level":60.*planted.*an error that nobody caught: stopping/);

  const second = await start();
  expect((await fetch(`${second.url}/health/live`)).status).toBe(200);
  second.child.kill("SIGTERM");
  expect(await second.exited, second.words()).toBe(0);
}, 120_000);
