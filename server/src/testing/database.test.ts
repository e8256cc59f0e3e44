import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { cloneDatabase } from "./database.ts";

test("a test's database is migrated, its own, and gone afterwards", async () => {
  const clones = await Promise.all([1, 2, 3].map(() => cloneDatabase(inject("postgresUrl"))));
  const [one, other] = clones as [(typeof clones)[0], (typeof clones)[0]];
  const client = new Client(one.url);
  await client.connect();
  const { rows } = await client.query("select name from migration");
  expect(rows.length).toBeGreaterThan(0);
  await client.query("create table mine ()");
  await client.end();
  const elsewhere = new Client(other.url);
  await elsewhere.connect();
  await expect(elsewhere.query("select from mine")).rejects.toThrow(/does not exist/);
  // One that is still connected does not keep it alive.
  elsewhere.on("error", () => undefined);
  await Promise.all(clones.map(({ drop }) => drop()));
  await expect(new Client(one.url).connect()).rejects.toThrow(/does not exist/);
});
