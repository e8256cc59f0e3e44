import { describe, expect, test } from "vitest";
import { createLog } from "./log.ts";
import { readable } from "./terminal.ts";

function recorder() {
  const lines: string[] = [];
  return {
    lines,
    log: createLog({ level: "info", to: { write: (line) => void lines.push(line) } }),
  };
}

describe("the log", () => {
  test("never holds a token, a cookie or a password, however deep", () => {
    const { lines, log } = recorder();
    log.info({
      token: "s3cret",
      req: { url: "/x", headers: { authorization: "Bearer s3cret", cookie: "session=s3cret" } },
      res: { headers: { "set-cookie": "s3cret", "set-auth-token": "s3cret" } },
      input: { password: "s3cret" },
      config: { databaseUrl: "postgresql://me:s3cret@db/baraza" },
    });
    log.info({ url: "/reset?token=s3cret&next=/home" }, "asked");
    log.error({ err: new Error("cannot reach postgresql://me:s3cret@db/baraza") });
    expect(lines).toHaveLength(3);
    expect(lines.join("")).not.toContain("s3cret");
    expect(lines[1]).toContain("next=/home");
  });

  test("keeps an error's message, code and stack", () => {
    const { lines, log } = recorder();
    log.error({ err: Object.assign(new Error("broken"), { code: "E1" }) }, "it failed");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      msg: "it failed",
      err: { message: "broken", code: "E1" },
    });
  });
});

test("an address keeps its user and host and loses its password, and the line stays JSON", () => {
  const { lines, log } = recorder();
  log.info({ a: "redis://me:p@ss@host:6379/0", b: "http://localhost:4000", c: "me@host" });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    a: "redis://me:[hidden]@host:6379/0",
    b: "http://localhost:4000",
    c: "me@host",
  });
});

test("a line for the terminal has time, level, message, fields and the error's stack", () => {
  const time = new Date(2026, 0, 1, 9, 8, 7).getTime();
  const line = readable(
    JSON.stringify({ level: 40, time, msg: "slow", ms: 12, err: { stack: "Error: a\n  at b" } }),
  );
  expect(line).toContain("09:08:07");
  expect(line).toContain("WARN");
  expect(line).toContain("slow");
  expect(line).toContain("ms=12");
  expect(line).toContain("Error: a\n  at b\n");
});
