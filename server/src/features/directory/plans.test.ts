import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { cloneDatabase } from "../../testing/database.ts";
import { questionOf, type Wanted } from "./terms.ts";

const PEOPLE = 20_000;
const network = randomUUID();

let drop: () => Promise<void>;
let client: Client;
beforeAll(async () => {
  const database = await cloneDatabase(inject("postgresUrl"));
  drop = database.drop;
  client = new Client(database.url);
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
}, 60_000);
afterAll(async () => {
  await client.end();
  await drop();
});

async function planOf(statement: string): Promise<string> {
  const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${statement}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const walked = (wanted: Wanted) =>
  `select network_id, person_id, sort_key from directory_entry where network_id = '${network}'
   and terms @@ '${questionOf(network, wanted)!.replaceAll("'", "''")}'::tsquery
   order by sort_key, person_id limit 21`;

const searched = (wanted: Wanted) =>
  `with found as materialized (select network_id, person_id, sort_key from directory_entry
   where terms @@ '${questionOf(network, wanted)!.replaceAll("'", "''")}'::tsquery)
   select * from found where network_id = '${network}' order by sort_key, person_id limit 21`;

describe("the plan of a search", () => {
  it.each<[string, Wanted]>([
    ["a field elsewhere", { field: "MIDWIFERY", otherThanCountry: "ZM" }],
    ["a field and a country", { field: "MIDWIFERY", country: "ZM" }],
    ["a rare word", { query: "12345" }],
    ["a word of nobody", { query: "nobody" }],
  ])("for %s asks the index of the terms and scans nothing", async (_what, wanted) => {
    const plan = await planOf(searched(wanted));
    expect(plan).toContain("directory_entry_terms");
    expect(plan).not.toContain("Seq Scan");
  });

  it.each<[string, Wanted]>([
    ["that a third have", { field: "MIDWIFERY" }],
    ["that everybody has", { language: "en" }],
    ["that nobody has", { country: "AQ" }],
  ])("for one term %s asks one index or the other and scans nothing", async (_what, wanted) => {
    const plan = await planOf(walked(wanted));
    expect(plan).toMatch(/directory_entry_(terms|page)/);
    expect(plan).not.toContain("Seq Scan");
  });

  it("without a filter walks the index of the order", async () => {
    const plan = await planOf(
      `select network_id, person_id, sort_key from directory_entry where network_id = '${network}'
       and (sort_key, person_id) > ('name 5' collate "C", '${network}'::uuid)
       order by sort_key, person_id limit 21`,
    );
    expect(plan).toContain("directory_entry_page");
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });
});
