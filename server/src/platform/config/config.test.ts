import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { PlainError } from "./plainError.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "baraza-config-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const read = (env: Record<string, string>) => readConfig({ DATA_DIR: dataDir, ...env });

describe("the configuration", () => {
  test("is complete without any variable: this machine only, embedded database, demo world", () => {
    expect(read({})).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      dataDir,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: "http://localhost:4000",
      demo: true,
      smtpUrl: null,
      mailFrom: "Baraza <no-reply@localhost>",
      trustProxy: 0,
      logLevel: "info",
      heartbeatMs: 25_000,
    });
  });

  test("takes an empty variable for an absent one", () => {
    expect(read({ PORT: "", REDIS_URL: "  ", DATABASE_URL: "" })).toMatchObject({
      port: 4000,
      redisUrl: null,
    });
  });

  test("has no demo world in a database of the operator's own, unless asked", () => {
    const DATABASE_URL = "postgresql://me@/baraza?host=/run/postgresql";
    expect(read({ DATABASE_URL })).toMatchObject({ demo: false, databaseUrl: DATABASE_URL });
    expect(read({ DATABASE_URL, DEMO: "yes" }).demo).toBe(true);
  });

  test("takes the trailing slash off the public address and names the sender after it", () => {
    expect(read({ PUBLIC_URL: "https://baraza.example.org/" })).toMatchObject({
      publicUrl: "https://baraza.example.org",
      mailFrom: "Baraza <no-reply@baraza.example.org>",
    });
  });

  test.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["HOST", "two words"],
    ["DATABASE_URL", "mysql://localhost/baraza"],
    ["DATABASE_REPLICA_URL", "replica"],
    ["LOG_KEPT_DAYS", "0"],
    ["REDIS_URL", "localhost:6379"],
    ["REDIS_URL", "redis+cluster://"],
    ["REDIS_URL", "redis+cluster://one:6379,,two:6379"],
    ["REDIS_URL", "redis+cluster://one:6379, two:6379"],
    ["PUBLIC_URL", "baraza.example.org"],
    ["PUBLIC_URL", "javascript:alert(1)"],
    ["DEMO", "perhaps"],
    ["SMTP_URL", "mail.example.org"],
    ["MAIL_FROM", "nobody"],
    ["BARAZA_SECRET", "short"],
    ["TRUST_PROXY", "true"],
    ["LOG_LEVEL", "loud"],
    ["HEARTBEAT_MS", "1"],
  ])("refuses %s=%s in one sentence that names the variable", (name, value) => {
    expect(() => read({ [name]: value })).toThrow(PlainError);
    expect(() => read({ [name]: value })).toThrow(
      new RegExp(`^The environment variable ${name} has to be [^\n]+\\.$`),
    );
  });

  test.each([
    "redis://:secret@localhost:6379/1",
    "redis+cluster://one",
    "rediss+cluster://user:pass%40word@one.example.org:7000,[::1]:7001,10.0.0.3/",
  ])("takes the Redis %s", (url) => {
    expect(read({ REDIS_URL: url }).redisUrl).toBe(url);
  });

  test("several nodes share the database's secret, unless they are given one", () => {
    const given = { DATABASE_URL: "postgres://h/d", REDIS_URL: "redis://localhost" };
    expect(read(given).secret).toBeNull();
    const secret = "a".repeat(32);
    expect(read({ ...given, BARAZA_SECRET: secret }).secret).toBe(secret);
  });
});

describe("the kept secret", () => {
  test("is made once, private to its owner, and found again", () => {
    const first = read({}).secret!;
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(statSync(path.join(dataDir, "secret")).mode & 0o777).toBe(0o600);
    expect(read({}).secret).toBe(first);
  });

  test("is not replaced in silence when it is damaged", () => {
    writeFileSync(path.join(dataDir, "secret"), "");
    expect(() => read({})).toThrow(/is damaged/);
    expect(readFileSync(path.join(dataDir, "secret"), "utf8")).toBe("");
  });

  test("says so when the data folder is a file", () => {
    const file = path.join(dataDir, "file");
    writeFileSync(file, "");
    expect(() => readConfig({ DATA_DIR: file })).toThrow(/is not a folder/);
  });
});
