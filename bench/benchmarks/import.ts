import { Client } from "pg";
import { onServer } from "../../server/src/testing/database.ts";
import type { Benchmark } from "../harness/benchmark.ts";
import { clock, pause } from "../harness/clock.ts";
import { timed } from "../harness/requests.ts";
import { startOurs } from "../ours/node.ts";
import { Sender } from "../ours/sender.ts";
import { seedWorld } from "../ours/world.ts";

const LINES = 5_000;
const GROUPS = 50;
/** Characters of one part: what a request may carry. */
const PART = 9_000;
/** How long an act may come no further before it counts as stuck. */
const STUCK_MS = 60_000;

const GATHER = `mutation($input: GatherInvitationsInput!) { gatherInvitations(input: $input) {
  bulkAct { id } errors { message } } }`;
const PLAN = `mutation($input: PlanInvitationsInput!) { planInvitations(input: $input) {
  bulkAct { total plans { plan count } groups(first: 50) { nodes { members short } } } errors { message } } }`;
const START = `mutation($input: StartBulkActInput!) { startBulkAct(input: $input) {
  bulkAct { state } errors { message } } }`;
const LOOK = `query($id: ID!) { node(id: $id) { ... on BulkAct { state total done outcomes { outcome count } } } }`;
const NETWORK = `{ network(slug: "bench") { id } }`;

/** The first person manages the network. */
const manager = 0;
const made = `update network_membership set role = 'MANAGER'
  where person_id = (select "userId" from auth.session where token = 'bench-${manager}');`;

const listOf = (run: string): string =>
  Array.from(
    { length: LINES },
    (_, at) => `${run}-${at}@people.example;Person ${at};Group ${at % GROUPS}`,
  ).join("\n");

/** Asks by the manager; a refusal is an error. */
async function wish(by: Sender, mutation: string, input: object): Promise<Record<string, any>> {
  const [payload] = Object.values(await by.ask(manager, mutation, { input }));
  if (payload.errors[0]) throw new Error(payload.errors[0].message);
  return payload.bulkAct;
}

async function give(by: Sender, list: string): Promise<string> {
  const { network } = await by.ask(manager, NETWORK);
  let bulkActId: string | null = null;
  for (let part = 1; (part - 1) * PART < list.length; part++) {
    const text = list.slice((part - 1) * PART, part * PART);
    const act = await wish(by, GATHER, { networkId: network.id, bulkActId, part, text });
    bulkActId = act["id"];
  }
  return bulkActId ?? "";
}

interface Ended {
  ms: number;
  /** How many different numbers of lines a looker saw done. */
  seen: number;
  /** From the kill to the first line that was done after it. */
  goneOnMs: number;
}

/** Looks at an act until it is done; half way through, `kill` ends the node that takes its steps. */
async function follow(by: Sender, id: string, kill: (() => Promise<void>) | null): Promise<Ended> {
  const from = clock();
  const seen = new Set<number>();
  let [killedAt, goneOnMs, moved] = [0, 0, from];
  for (let last = 0; ; await pause(20)) {
    const { node } = await by.ask(manager, LOOK, { id });
    const { state, done } = node as { state: string; done: number };
    if (done < last) throw new Error(`${done} done after ${last}`);
    if (done > last) {
      moved = clock();
      if (killedAt > 0 && goneOnMs === 0) goneOnMs = moved - killedAt;
    }
    seen.add((last = done));
    if (state === "DONE") return { ms: clock() - from, seen: seen.size, goneOnMs };
    if (kill && killedAt === 0 && done >= LINES / 2) {
      await kill();
      // What it had committed by then is no going on.
      last = (await by.ask(manager, LOOK, { id }))["node"].done;
      killedAt = clock();
    }
    if (clock() - moved > STUCK_MS) throw new Error(`stuck at ${done}`);
  }
}

/** Every address has one invitation, and one letter was asked for each. */
async function faultsIn(client: Client, run: string): Promise<string[]> {
  const { rows } = await client.query<{ what: string; count: number }>(
    `with mine as (select id, email from invitation where email like '${run}-%'),
      asked as (select jsonb_array_elements_text(data->'invitationIds')::uuid as id
        from channel_update where name = 'InvitationsIssued')
    select 'addresses invited' as what, count(distinct email)::int as count from mine
    union all select 'invitations', count(*)::int from mine
    union all select 'letters asked for', count(*)::int from asked join mine using (id)
    union all select 'lines done', count(*)::int from bulk_line
      where outcome = 'INVITED' and email like '${run}-%'`,
  );
  return rows
    .filter(({ count }) => count !== LINES)
    .map(({ what, count }) => `${run}: ${count} ${what} of ${LINES}`);
}

export const bulkImport: Benchmark = {
  name: "import",
  about:
    "5,000 invitations from one list into 50 groups: looking at it first, doing it, and doing it when the node that is at it is killed half way.",
  async run({ services }) {
    const database = await services.database();
    await seedWorld(database.url, { rooms: GROUPS, members: 1, stride: 0 });
    await onServer(database.url, made);
    const client = new Client(database.url);
    await client.connect();
    const first = await startOurs(services, { databaseUrl: database.url });
    const other = await startOurs(services, { databaseUrl: database.url });
    const [one, two] = [first, other].map(
      ({ port }) => new Sender({ port, writers: 1, sockets: 1 }),
    ) as [Sender, Sender];
    const faults: string[] = [];
    try {
      const begin = async (by: Sender, run: string) => {
        const bulkActId = await give(by, listOf(run));
        const planMs = await timed(async () => {
          const { total } = await wish(by, PLAN, { bulkActId });
          if (total !== LINES) faults.push(`${run}: ${total} of ${LINES} lines are to be done`);
        });
        await wish(by, START, { bulkActId });
        return { bulkActId, planMs };
      };
      const whole = await begin(one, "whole");
      const undisturbed = await follow(two, whole.bulkActId, null);
      const cut = await begin(one, "cut");
      // The node that was told to begin hears of each step first and takes the next one.
      const killed = await follow(two, cut.bulkActId, () => first.stop());
      faults.push(...(await faultsIn(client, "whole")), ...(await faultsIn(client, "cut")));
      const planMs = Math.max(whole.planMs, cut.planMs);
      return {
        ours: {
          "ms, to look at it first": planMs,
          "ms, all of it": undisturbed.ms,
          "invitations a second": (LINES / undisturbed.ms) * 1_000,
          "ms, all of it with a kill": killed.ms,
          "ms, from the kill to the next step": killed.goneOnMs,
          "times that progress was seen": undisturbed.seen,
        },
        peers: {},
        checks: [
          { what: "ms to look at 5,000 lines", value: planMs, gate: ["<=", 2_000] },
          { what: "ms for 5,000 invitations", value: undisturbed.ms, gate: ["<=", 60_000] },
          {
            what: "ms from the kill to the next step",
            value: killed.goneOnMs,
            gate: ["<=", 15_000],
          },
          { what: "times that progress was seen", value: undisturbed.seen, gate: [">=", 5] },
        ],
        correctness: { checked: 2 * LINES, faults },
      };
    } finally {
      await client.end();
      one.close();
      two.close();
      await Promise.all([first.stop(), other.stop()]);
      await database.drop();
    }
  },
};
