import { Client } from "pg";
import { onServer } from "../../server/src/testing/database.ts";
import type { Benchmark, Check } from "../harness/benchmark.ts";
import { pause } from "../harness/clock.ts";
import { timed } from "../harness/requests.ts";
import { median } from "../harness/stats.ts";
import { startOurs } from "../ours/node.ts";
import { Sender } from "../ours/sender.ts";
import { seedWorld } from "../ours/world.ts";

const PEOPLE = 100_000;
const QUERY = `query($slug: String!, $filter: PeopleFilter, $after: String) { network(slug: $slug) {
  people(filter: $filter, first: 30, after: $after) { nodes { id name profession field country } pageInfo { endCursor } } } }`;
const MAP = `query($slug: String!) { network(slug: $slug) { countries { country memberCount groupCount } } }`;

type Wanted = Partial<
  Record<"query" | "field" | "country" | "otherThanCountry" | "language", string>
>;

/** How many of the hundred thousand fit, from all to none: a plan that is good for one is often bad for the other. */
const searches: Record<string, Wanted | null> = {
  everybody: null,
  "a language of most": { language: "en" },
  "a field": { field: "MIDWIFERY" },
  "a field elsewhere": { field: "MIDWIFERY", otherThanCountry: "ZM" },
  "a field and a country": { field: "MIDWIFERY", country: "NP" },
  "two letters": { query: "ma" },
  "a name": { query: "mary 4242" },
  "nobody, of what many have": { field: "CHILD_HEALTH", country: "ZM", language: "loz" },
};

/** Everybody of the world's network is listed, with what a profile says. The terms are those of directory/terms.ts. */
const listed = `
  update person set
    name = (array['Mary', 'Amina', 'Thandiwe', 'José', 'Meena', 'Mulugeta', 'Fatuma', 'Grace'])[1 + n % 8] || ' ' || n,
    field = (array['MIDWIFERY', 'MIDWIFERY', 'CHILD_HEALTH', 'PRIMARY_CARE', 'MENTAL_HEALTH', 'OTHER'])[1 + n % 6],
    country = (array['ZM', 'NP', 'ET', 'GB', 'SO', 'KE', 'UG'])[1 + n % 7]
  from (select id, row_number() over (order by id)::int as n from person) numbered where numbered.id = person.id;
  insert into directory_entry (network_id, person_id, sort_key, terms)
    select m.network_id, p.id, lower(p.name), array_to_tsvector(array[
      'n:' || m.network_id, 'f:' || p.field, 'c:' || p.country,
      case when ascii(right(p.id::text, 1)) % 3 < 2 then 'l:en' else 'l:fr' end,
      case when p.country = 'NP' then 'l:ne' else 'l:sw' end,
      case when p.id::text like '%7f' and p.country <> 'ZM' then 'l:loz' else 'l:sw' end,
      'p:nurse', 'w:nurse', 'w:' || lower(split_part(p.name, ' ', 1)), 'w:' || split_part(p.name, ' ', 2)])
    from network_membership m join person p on p.id = m.person_id;
  analyze;`;

export const directory: Benchmark = {
  name: "directory",
  about:
    "A page of 30 out of a directory of 100,000 people, by filters that fit all, many, few and nobody, end to end; and the numbers of the map.",
  async run({ services, quick }) {
    const database = await services.database();
    await seedWorld(database.url, { rooms: 1, members: PEOPLE, stride: 1 });
    await onServer(database.url, listed);
    const client = new Client(database.url);
    await client.connect();
    const node = await startOurs(services, { databaseUrl: database.url });
    const sender = new Sender({ port: node.port, writers: 1, sockets: 1 });
    const faults: string[] = [];
    let checked = 0;
    const find = async (filter: Wanted | null, after: string | null = null) => {
      const { network } = await sender.ask(0, QUERY, { slug: "bench", filter, after });
      const people = network.people.nodes as { name: string; field: string; country: string }[];
      checked += people.length;
      for (const { name, field, country } of people)
        if ((filter?.field ?? field) !== field || (filter?.country ?? country) !== country)
          faults.push(`${JSON.stringify(filter)}: found ${name}`);
      return { people, after: network.people.pageInfo.endCursor as string | null };
    };
    /** A backend tells what it did about once a second. */
    const scans = async (): Promise<number> => {
      await pause(1_500);
      const { rows } = await client.query<{ scans: number }>(
        "select seq_scan::int as scans from pg_stat_user_tables where relname = 'directory_entry'",
      );
      return rows[0]?.scans ?? 0;
    };
    try {
      const cursors: Record<string, string | null> = {};
      for (const [what, filter] of Object.entries(searches)) {
        const page = await find(filter);
        cursors[what] = page.after;
        if ((page.people.length === 0) !== what.startsWith("nobody"))
          faults.push(`${what}: ${page.people.length} found`);
      }
      const scansBefore = await scans();
      const times: Record<string, number[]> = {};
      const turns = quick ? 5 : 40;
      for (let turn = -3; turn < turns; turn++) {
        for (const [what, filter] of Object.entries(searches))
          for (const after of [null, cursors[what] ?? null]) {
            const ms = await timed(() => find(filter, after));
            if (turn >= 0) (times[`ms, ${what}`] ??= []).push(ms);
          }
      }
      const scansAfter = await scans();
      // The map counts all members, and reads them all for it.
      const map: number[] = [];
      for (let turn = 0; turn < turns; turn++)
        map.push(await timed(() => sender.ask(0, MAP, { slug: "bench" })));
      const searched = Object.fromEntries(
        Object.entries(times).map(([what, all]) => [what, median(all)]),
      );
      const ours = { ...searched, "ms, the map": median(map) };
      const checks: Check[] = [
        {
          what: "ms, the slowest search",
          value: Math.max(...Object.values(searched)),
          gate: ["<=", 150],
        },
        { what: "scans of the directory", value: scansAfter - scansBefore, gate: ["<=", 0] },
      ];
      return { ours, peers: {}, checks, correctness: { checked, faults: [...new Set(faults)] } };
    } finally {
      await client.end();
      sender.close();
      await node.stop();
      await database.drop();
    }
  },
};
