import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { cloneDatabase } from "../../testing/database.ts";
import { PlainError } from "../config/plainError.ts";
import { explainDatabase } from "./explain.ts";
import { migrate } from "./migrate.ts";
import { sharedSecret } from "./sharedSecret.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
});
afterAll(() => database.drop());

async function run(statement: string): Promise<void> {
  const client = new Client(database.url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe("a database", () => {
  it("that is there already is left as it is, by several starts at once too", async () => {
    const starts = await Promise.all([1, 2, 3].map(() => migrate({ url: database.url })));
    expect(starts).toEqual([{ applied: [] }, { applied: [] }, { applied: [] }]);
  });

  it("gives all its nodes one secret, whoever asks first", async () => {
    const secrets = await Promise.all([1, 2, 3].map(() => sharedSecret(database.url)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0].length).toBeGreaterThanOrEqual(32);
  });

  it("that is newer than the code is refused in one sentence that says what to do", async () => {
    await run("insert into migration (name) values ('999-from-the-future')");
    const refusal = await migrate({ url: database.url }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PlainError);
    expect((refusal as Error).message).toMatch(
      /newer than this version.*999-from-the-future.*start/,
    );
  });

  it.each([
    ["away", "postgresql://nobody@127.0.0.1:1/none", /cannot be reached at DATABASE_URL/],
    ["unknown", "none", /does not exist/],
  ])("that is %s is named in one sentence", async (_what, url, words) => {
    const there = url === "none" ? database.url.replace(/\/test_\w+/, "/test_none") : url;
    const refusal = await explainDatabase(() => migrate({ url: there })).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(PlainError);
    expect((refusal as Error).message).toMatch(words);
  });
});
