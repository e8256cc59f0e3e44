import { onServer } from "../../server/src/testing/database.ts";
import type { Benchmark, Check } from "../harness/benchmark.ts";
import { timed } from "../harness/requests.ts";
import { median } from "../harness/stats.ts";
import { startOurs } from "../ours/node.ts";
import { postgresCpuMs } from "../ours/postgresUse.ts";
import { Sender } from "../ours/sender.ts";
import { seedWorld } from "../ours/world.ts";

const GROUPS = 1_000;
/** They ask in turn, so that none runs out of points. */
const MANAGERS = 256;
const PAGE = 100;

/** What the page of the board asks for, and all that it asks for. */
const BOARD = `query($whole: Boolean!, $filter: BoardFilter, $order: BoardOrder, $first: Int!, $after: String) { network(slug: "bench") {
  id name slug liveCursor viewerCan
  boardSummary @include(if: $whole) { groupCount attentionCount freeSeatCount waitingCount openApplicationCount countries }
  programmes(first: 100) @include(if: $whole) { nodes { id name } }
  board(filter: $filter, order: $order, first: $first, after: $after) {
    nodes { id name kind isCircle visibility country state nextStates memberCapacity memberCount heldCount waitingCount
      coordinatorCount lastActivityAt attention openApplicationCount programme { id name } wave { id name }
      members(role: COORDINATOR, first: 3) { nodes { id person { id name } } } }
    pageInfo { hasNextPage endCursor } } } }`;

/** Managers; groups of all states with seats, coordinators, places in programmes, applications and people who wait. */
const lived = `
  update network_membership set role = 'MANAGER' where person_id < 'be010000-0000-4000-8000-000000000100';
  update "group" set kind = 'COHORT', visibility = 'RESTRICTED', name = 'Cohort ' || n, member_capacity = 30, coordinator_capacity = 3,
      state = (array['FORMING', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'SELF_SUSTAINING', 'GRADUATED'])[1 + n % 6],
      country = (array['ZM', 'NP', 'ET', 'GB', 'SO', 'KE', 'UG'])[1 + n % 7],
      last_activity_at = now() - (n % 40) * interval '1 day', state_since = now() - interval '60 days',
      held_count = n % 3, waiting_count = case when n % 10 = 0 then 4 else 0 end
    from (select id, row_number() over (order by id)::int as n from "group") numbered where numbered.id = "group".id;
  update membership set role = 'COORDINATOR' where id in (
    select id from (select id, row_number() over (partition by group_id order by id) as n from membership) seated where n <= 2);
  update "group" set coordinator_count = 2, member_count = member_count - 2;
  insert into programme (id, network_id, name)
    select gen_random_uuid(), 'be060000-0000-4000-8000-000000000000', 'Programme ' || n from generate_series(1, 20) n;
  insert into wave (id, programme_id, name) select gen_random_uuid(), id, 'Wave' from programme;
  insert into programme_group (group_id, programme_id, wave_id)
    select g.id, p.id, p.wave_id
    from (select id, row_number() over (order by id) as n from "group") g
    join (select programme.id, wave.id as wave_id, row_number() over (order by programme.id) as n
      from programme join wave on wave.programme_id = programme.id) p on p.n = 1 + g.n % 20;
  insert into application (id, group_id, person_id, state, answers, created_at, updated_at)
    select gen_random_uuid(), g.id, p.id, 'SUBMITTED', '[]', now(), now()
    from (select id, row_number() over (order by id) as n from "group") g
    join (select id, row_number() over (order by id) as n from person) p on p.n <= 5 where g.n % 4 = 0;
  analyze;`;

interface Asked {
  filter?: object;
  order?: string;
  first: number;
}

export const board: Benchmark = {
  name: "board",
  about:
    "A manager's board of 1,000 groups, as its page asks for it: processor time of the server and of PostgreSQL, a page of 50 and all groups in ten pages.",
  async run(bench) {
    const { services, quick } = bench;
    const database = await services.database();
    await seedWorld(database.url, { rooms: GROUPS, members: 20, stride: 2 });
    await onServer(database.url, lived);
    const node = await startOurs(services, { databaseUrl: database.url });
    const sender = new Sender({ port: node.port, writers: 1, sockets: 1 });
    const faults: string[] = [];
    let checked = 0;
    let turns = 0;
    /** So many pages, one behind the other; gives the groups' ids. */
    const read = async (asked: Asked, pages: number): Promise<string[]> => {
      const seen: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < pages; page++) {
        const answer = (await sender.ask((turns += 1) % MANAGERS, BOARD, {
          ...asked,
          after,
          whole: after === null,
        })) as Record<string, any>;
        const { nodes, pageInfo } = answer["network"].board;
        seen.push(...nodes.map(({ id }: { id: string }) => id));
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      checked += seen.length;
      return seen;
    };
    const looks: Record<string, { asked: Asked; pages: number; expected: number }> = {
      "a page by name": { asked: { first: 50 }, pages: 1, expected: 50 },
      "a page by activity": {
        asked: { first: 50, order: "LONGEST_SILENT" },
        pages: 1,
        expected: 50,
      },
      "a page by free seats": { asked: { first: 50, order: "FREE_SEATS" }, pages: 1, expected: 50 },
      "a page of what needs attention": {
        asked: {
          first: 50,
          filter: { attention: ["NO_COORDINATOR", "FULL_WITH_LINE", "SILENT", "LONG_FORMING"] },
        },
        pages: 1,
        expected: 50,
      },
      "all 1,000 groups": { asked: { first: PAGE }, pages: GROUPS / PAGE, expected: GROUPS },
    };
    try {
      for (const [what, { asked, pages, expected }] of Object.entries(looks))
        if (new Set(await read(asked, pages)).size !== expected)
          faults.push(`${what}: not ${expected} different groups`);
      const cpu: Record<string, number[]> = {};
      const times: Record<string, number[]> = {};
      const round = async (kept: boolean) => {
        for (const [what, { asked, pages }] of Object.entries(looks)) {
          const repeats = pages === 1 ? 10 : 1;
          const before = await node.child.usage();
          const beneath = postgresCpuMs(services.postgresUrl);
          const ms = await timed(async () => {
            for (let turn = 0; turn < repeats; turn++) await read(asked, pages);
          });
          // PostgreSQL's are counted in steps of ten milliseconds.
          const database = postgresCpuMs(services.postgresUrl) - beneath;
          const after = await node.child.usage();
          if (!kept) continue;
          (cpu[what] ??= []).push((after.cpuMs - before.cpuMs + (database || 0)) / repeats);
          (times[what] ??= []).push(ms / repeats);
        }
      };
      for (let warm = 0; warm < 3; warm++) await round(false);
      await bench.profiled(node.child, async () => {
        for (let turn = 0; turn < (quick ? 3 : 15); turn++) await round(true);
      });
      const used = Object.fromEntries(
        Object.entries(cpu).map(([what, all]) => [`CPU ms, ${what}`, median(all)]),
      );
      const took = Object.fromEntries(
        Object.entries(times).map(([what, all]) => [`ms, ${what}`, median(all)]),
      );
      const { "CPU ms, all 1,000 groups": whole = NaN, ...pages } = used;
      const checks: Check[] = [
        {
          what: "CPU ms, the dearest page",
          value: Math.max(...Object.values(pages)),
          gate: ["<=", 200],
          aim: ["<=", 50],
        },
        { what: "CPU ms, all 1,000 groups", value: whole, aim: ["<=", 200] },
      ];
      return { ours: { ...used, ...took }, peers: {}, checks, correctness: { checked, faults } };
    } finally {
      sender.close();
      await node.stop();
      await database.drop();
    }
  },
};
