import { Client } from "pg";
import { globalId } from "../../server/src/platform/graphql/ids.ts";
import type { Bench, Benchmark, Measured } from "../harness/benchmark.ts";
import { timed } from "../harness/requests.ts";
import { median } from "../harness/stats.ts";
import { groupUuid, threadId, threadUuid } from "../load/event.ts";
import {
  type BigWorld,
  bigRooms,
  LIST_ROOM,
  openBigWorld,
  readers,
  sizes,
} from "../ours/bigWorld.ts";
import { startOurs } from "../ours/node.ts";
import { explain, scansOf, type Statement, statementsOf } from "../ours/plans.ts";
import { Sender } from "../ours/sender.ts";

type Size = keyof typeof sizes;
type Ask = (person: number, query: string, variables?: object) => Promise<any>;

const message = "id seq body version createdAt author { id name }";
const newest = `query($id: ID!) { node(id: $id) { ... on Thread { lastMessageSeq messages(last: 50) { edges { node { ${message} } } } } } }`;
const around = `query($id: ID!, $around: Int!) { node(id: $id) { ... on Thread { messages(first: 50, around: $around) { edges { node { ${message} } } } } } }`;
const opened = `query($id: ID!) { node(id: $id) { ... on Thread { unreadCount lastReadSeq messages(first: 50, aroundUnread: true) { edges { node { ${message} } } } } } }`;
const list = `query($id: ID!) { node(id: $id) { ... on Group { threads(first: 50) { edges { node { id title unreadCount lastMessageSeq } } } } } }`;

/** Runs `work` with a node on the large database, and once more with PostgreSQL telling each plan. */
async function onBigWorld(
  bench: Bench,
  measure: (ask: Ask, big: BigWorld) => Promise<Measured>,
  look: (
    ask: Ask,
    plans: (work: () => Promise<unknown>) => Promise<Statement[]>,
  ) => Promise<Measured["checks"]>,
): Promise<Measured> {
  const big = await openBigWorld(bench.services);
  const withNode = async <T>(work: (ask: Ask) => Promise<T>): Promise<T> => {
    const node = await startOurs(bench.services, { databaseUrl: big.databaseUrl });
    const sender = new Sender({ port: node.port, writers: 1, sockets: 1 });
    try {
      return await work((person, query, variables) => sender.ask(person, query, { ...variables }));
    } finally {
      sender.close();
      await node.stop();
    }
  };
  try {
    await explain(big, false);
    const measured = await withNode((ask) => measure(ask, big));
    await explain(big, true);
    const plans = (work: () => Promise<unknown>) => statementsOf(big, work);
    const seen = await withNode((ask) => look(ask, plans));
    return { ...measured, checks: [...measured.checks, ...seen] };
  } finally {
    await explain(big, false);
    await big.stop();
  }
}

/** Interleaved: each turn asks once of every kind. Gives the medians. */
async function medians(
  kinds: Record<string, () => Promise<unknown>>,
  turns: number,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let i = -20; i < turns; i++)
    for (const [kind, work] of Object.entries(kinds)) {
      const ms = await timed(work);
      if (i >= 0) (times[kind] ??= []).push(ms);
    }
  return Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, median(all)]));
}

const anywhere = (size: Size) => 1 + Math.floor(Math.random() * sizes[size]);
const named = <T>(keys: readonly Size[], make: (size: Size) => [string, T]): Record<string, T> =>
  Object.fromEntries(keys.map(make));
const all = Object.keys(sizes) as Size[];

export const history: Benchmark = {
  name: "history",
  about:
    "A page of 50 at the end and at a random depth of threads with a thousand, a million and ten million messages, end to end and in SQL alone.",
  run: (bench) =>
    onBigWorld(
      bench,
      async (ask, { databaseUrl }) => {
        const faults: string[] = [];
        let checked = 0;
        const page = async (size: Size, query: string, variables: object = {}) => {
          const { node } = await ask(0, query, { id: threadId(bigRooms[size]), ...variables });
          const seqs = node.messages.edges.map((edge: any) => edge.node.seq as number);
          checked += seqs.length;
          if (seqs.length !== 50 || seqs[49] - seqs[0] !== 49)
            faults.push(`${size}: not a whole page`);
        };
        const client = new Client(databaseUrl);
        await client.connect();
        const rows = (size: Size) => {
          const from = anywhere(size);
          return client.query({
            name: "page",
            text: "select * from message where thread_id = $1 and seq between $2 and $3 order by seq",
            values: [threadUuid(bigRooms[size]), from, from + 49],
          });
        };
        const times = await medians(
          {
            ...named(all, (size) => [`ms at the end, ${size}`, () => page(size, newest)]),
            ...named(all, (size) => [
              `ms at random, ${size}`,
              () => page(size, around, { around: anywhere(size) }),
            ]),
            ...named(all, (size) => [`SQL ms, ${size}`, () => rows(size)]),
          },
          bench.quick ? 30 : 200,
        );
        await client.end();
        const ratio = (kind: string) => (times[`${kind}, 10M`] ?? 0) / (times[`${kind}, 1k`] ?? 0);
        return {
          ours: times,
          peers: {},
          checks: [
            {
              what: "10M/1k at the end",
              value: ratio("ms at the end"),
              gate: ["<=", 1.5],
              aim: ["<=", 1.2],
            },
            {
              what: "10M/1k at random",
              value: ratio("ms at random"),
              gate: ["<=", 1.5],
              aim: ["<=", 1.2],
            },
          ],
          correctness: { checked, faults: [...new Set(faults)] },
        };
      },
      async (ask, plans) => {
        const id = threadId(bigRooms["10M"]);
        await ask(0, newest, { id });
        const end = await plans(() => ask(0, newest, { id }));
        const middle = await plans(() => ask(0, around, { id, around: anywhere("10M") }));
        const both = [...end, ...middle];
        // Who asks is found out for every request alike and is no part of the page.
        const asked = (statements: Statement[]) =>
          statements.filter(({ text }) => !text.includes("auth.session")).length;
        return [
          { what: "table scans", value: scansOf(both, "message"), gate: ["<=", 0] },
          {
            what: "statements a page",
            value: Math.max(asked(end), asked(middle)),
            gate: ["<=", 4],
          },
        ];
      },
    ),
};

export const unread: Benchmark = {
  name: "unread",
  about:
    "Opening a thread of ten million with nothing, 10,000 and all of it unread, and a list of 50 threads with their counts.",
  run: (bench) =>
    onBigWorld(
      bench,
      async (ask) => {
        const id = threadId(bigRooms["10M"]);
        const faults: string[] = [];
        let checked = 0;
        const open = async (reader: keyof typeof readers, expected: number) => {
          const { node } = await ask(readers[reader], opened, { id });
          checked += 1;
          if (node.unreadCount !== expected) faults.push(`${reader}: ${node.unreadCount} unread`);
        };
        const lines = async () => {
          const { node } = await ask(readers["10k"], list, {
            id: globalId("Group", groupUuid(LIST_ROOM)),
          });
          checked += 1;
          if (node.threads.edges.length !== 50) faults.push("not a whole list");
        };
        const times = await medians(
          {
            "ms, 0 unread": () => open("0", 0),
            "ms, 10k unread": () => open("10k", 10_000),
            "ms, 10M unread": () => open("10M", sizes["10M"]),
            "ms, list of 50": lines,
          },
          bench.quick ? 30 : 200,
        );
        return {
          ours: times,
          peers: {},
          checks: [
            {
              what: "10M/0 unread",
              value: (times["ms, 10M unread"] ?? 0) / (times["ms, 0 unread"] ?? 0),
              gate: ["<=", 1.3],
            },
          ],
          correctness: { checked, faults: [...new Set(faults)] },
        };
      },
      async (ask, plans) => {
        const id = globalId("Group", groupUuid(LIST_ROOM));
        await ask(readers["10k"], list, { id });
        const statements = await plans(() => ask(readers["10k"], list, { id }));
        const counting = statements.filter(({ text }) => text.includes("read_mark"));
        const longest = Math.max(0, ...counting.map(({ ms }) => ms));
        return [
          { what: "statements that count, list of 50", value: counting.length, gate: ["<=", 1] },
          { what: "SQL ms, list of 50", value: longest, gate: ["<=", 1] },
        ];
      },
    ),
};
