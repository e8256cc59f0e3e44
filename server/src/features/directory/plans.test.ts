import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { cloneDatabase } from "../../testing/database.ts";
import { openDatabase, type Database } from "../../platform/database/database.ts";
import { PersonSchema } from "../people/entities.ts";
import { searchIn } from "./loaders.ts";
import { questionOf, type Wanted } from "./terms.ts";

const PEOPLE = 20_000;
const network = randomUUID();

let drop: () => Promise<void>;
let database: Database;
beforeAll(async () => {
  const clone = await cloneDatabase(inject("postgresUrl"));
  drop = clone.drop;
  database = await openDatabase({ url: clone.url, entities: [PersonSchema] });
  const client = new Client(clone.url);
  await client.connect();
  await client.query("insert into network (id, slug, name) values ($1, 'big', 'Big')", [network]);
  await client.query(
    `with made as (
       insert into person (id, name) select gen_random_uuid(), 'Name ' || n
       from generate_series(1, ${PEOPLE}) n returning id, name
     )
     insert into directory_entry (network_id, person_id, sort_key, terms)
     select $1::uuid, id, lower(name), array_to_tsvector(array[
       'n:' || $1::uuid::text, 'l:en', 'w:name', 'w:' || substr(name, 6),
       'c:' || (array['ZM', 'NP', 'ET', 'GB', 'SO'])[1 + substr(name, 6)::int % 5],
       'f:' || (array['MIDWIFERY', 'CHILD_HEALTH', 'OTHER'])[1 + substr(name, 6)::int % 3]])
     from made`,
    [network],
  );
  await client.query("analyze directory_entry");
  await client.end();
}, 60_000);
afterAll(async () => {
  await database.close();
  await drop();
});

/** The steps that a search takes, and those that it did not have to. */
async function runOf(wanted: Wanted, after: [string, string] | null = null) {
  const question = questionOf(network, wanted);
  const search = searchIn({ networkId: network, question, after, count: 21 });
  const { rows } = await sql<
    Record<string, string>
  >`explain (analyze, timing off) ${search}`.execute(database.db);
  const lines = rows.flatMap((row) => Object.values(row));
  const did = lines.filter((line) => !line.includes("never executed")).join("\n");
  const found = await search.execute(database.db);
  return { did, found: found.rows.map(({ sortKey }) => sortKey) };
}

describe("a search", () => {
  it.each<[string, Wanted]>([
    ["a field", { field: "MIDWIFERY" }],
    ["a field elsewhere", { field: "MIDWIFERY", otherThanCountry: "ZM" }],
    ["a field and a country", { field: "MIDWIFERY", country: "ZM" }],
    ["what everybody has", { language: "en" }],
  ])("for %s is answered on a short way through the order", async (_what, wanted) => {
    const { did, found } = await runOf(wanted);
    expect(found).toHaveLength(21);
    expect(found).toEqual(found.toSorted());
    expect(did).toContain("directory_entry_page");
    expect(did).not.toContain("directory_entry_terms");
    expect(did).not.toContain("Seq Scan");
  });

  it("of which many fit comes to its end without the index of the terms too", async () => {
    const { did, found } = await runOf({ language: "en" }, [
      "name 9998",
      "ffffffff-ffff-4fff-bfff-ffffffffffff",
    ]);
    expect(found).toEqual(["name 9999"]);
    expect(did).not.toMatch(/directory_entry_terms|Seq Scan/);
  });

  it.each<[string, Wanted, number]>([
    ["a rare word", { query: "12345" }, 1],
    ["a word of nobody", { query: "nobody" }, 0],
    ["a country of nobody", { country: "AQ" }, 0],
    ["what some have who stand together late in the order", { query: "name 99" }, 21],
  ])("for %s asks the index of the terms", async (_what, wanted, count) => {
    const { did, found } = await runOf(wanted);
    expect(found).toHaveLength(count);
    expect(found).toEqual(found.toSorted());
    expect(did).toContain("directory_entry_terms");
    expect(did).not.toContain("Seq Scan");
  });

  it("goes on behind a cursor by both ways, and tells nobody twice", async () => {
    for (const wanted of [{ field: "MIDWIFERY" }, { query: "99" }] as const) {
      const first = await runOf(wanted);
      const next = await runOf(wanted, [
        first.found.at(-1) ?? "",
        "ffffffff-ffff-4fff-bfff-ffffffffffff",
      ]);
      expect(next.found).toHaveLength(21);
      expect([...first.found, ...next.found]).toEqual([...first.found, ...next.found].toSorted());
      expect(new Set([...first.found, ...next.found]).size).toBe(42);
    }
  });

  it("without a filter walks the index of the order", async () => {
    const { did } = await runOf({}, ["name 5", network]);
    expect(did).toContain("directory_entry_page");
    expect(did).not.toMatch(/Seq Scan|Sort/);
  });
});
