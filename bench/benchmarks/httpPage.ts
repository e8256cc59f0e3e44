import { fileURLToPath } from "node:url";
import type { Benchmark } from "../harness/benchmark.ts";
import { Child } from "../harness/child.ts";
import { within } from "../harness/clock.ts";
import { inLanes, Requests } from "../harness/requests.ts";
import { median, pairedRatio } from "../harness/stats.ts";
import { threadId } from "../load/event.ts";
import { startOurs } from "../ours/node.ts";
import { Sender } from "../ours/sender.ts";
import { secret } from "../ours/services.ts";
import { cookieOf, seedMessages, seedWorld } from "../ours/world.ts";

const query = `query Page($id: ID!) { node(id: $id) { ... on Thread { id title messages(last: 50) { edges { cursor
  node { id seq body version createdAt editedAt withdrawnAt authorRole author { id name profession } } } } } } }`;
const body = JSON.stringify({ query, variables: { id: threadId(0) } });

/** People who ask in turn, so that none runs out of points. */
const READERS = 400;

interface Lane {
  child: Child;
  ask: () => Promise<string>;
  cpuMs: number[];
}

async function startHttpPeer(
  name: string,
  file: string,
  env: NodeJS.ProcessEnv,
): Promise<{ child: Child; port: number }> {
  const program = fileURLToPath(new URL(`../peers/${file}.ts`, import.meta.url));
  const child = new Child({ name, program, env });
  const told = new Promise<number>((resolve) =>
    child.onMessage(({ port }) => {
      if (typeof port === "number") resolve(port);
    }),
  );
  return { child, port: await within(told, 20_000, `the start of ${name}`) };
}

const dataOf = (answer: string): string =>
  JSON.stringify((JSON.parse(answer) as { data: unknown }).data);

export const httpPage: Benchmark = {
  name: "http-page",
  about:
    "A page of 50 messages with their authors over HTTP, read from PostgreSQL by each stack: processor time of the server a request.",
  run: async (bench) => {
    const { services, quick, rounds } = bench;
    const database = await services.database();
    const ended: (() => Promise<void>)[] = [database.drop];
    try {
      await seedWorld(database.url, { rooms: 1, members: READERS, stride: 0, writers: 10 });
      await seedMessages(database.url, { room: 0, count: 500, authors: 10 });
      const lanes: Record<string, Lane> = {};
      let turn = 0;
      const next = () => (turn += 1) % READERS;
      for (const [name, file, more] of [
        ["Apollo", "apollo", {}],
        ["Apollo with sessions", "apollo", { SESSION_SECRET: secret }],
        ["http and JSON", "plainJson", {}],
      ] as const) {
        const env = { DATABASE_URL: database.url, ...more };
        const { child, port } = await startHttpPeer(name, file, env);
        const requests = new Requests(port);
        ended.push(async () => {
          requests.close();
          await child.stop();
        });
        const ask = () => requests.post(body, { cookie: cookieOf(next()) });
        lanes[name] = { child, ask, cpuMs: [] };
      }
      const node = await startOurs(services, { databaseUrl: database.url });
      const sender = new Sender({ port: node.port, writers: 1, sockets: 8 });
      ended.push(async () => {
        sender.close();
        await node.stop();
      });
      const ask = () => sender.raw(next(), body);
      lanes["ours"] = { child: node.child, ask, cpuMs: [] };

      const faults: string[] = [];
      const same = new Set<string>();
      for (const { ask: once } of Object.values(lanes)) same.add(dataOf(await once()));
      if (same.size > 1) faults.push("the stacks do not answer the same page");
      const size = dataOf(await ask()).length;
      const [warm, count] = quick ? [100, 100] : [1_000, 400];
      for (const { ask: work } of Object.values(lanes))
        await inLanes(work, { lanes: 4, count: warm });
      let checked = 0;
      const names = Object.keys(lanes);
      for (let i = 0; i < rounds; i++)
        for (let k = 0; k < names.length; k++) {
          const lane = lanes[names[(i + k) % names.length] ?? ""];
          if (!lane) continue;
          const round = async () => {
            const before = await lane.child.usage();
            await inLanes(lane.ask, { lanes: 4, count });
            const after = await lane.child.usage();
            checked += count;
            lane.cpuMs.push((after.cpuMs - before.cpuMs) / count);
          };
          await (lane.child === node.child ? bench.profiled(node.child, round) : round());
        }
      const costs = (name: string) => lanes[name]?.cpuMs ?? [];
      const figure = (name: string) => ({ "CPU ms a request": median(costs(name)) });
      return {
        ours: { ...figure("ours"), bytes: size },
        peers: {
          Apollo: figure("Apollo"),
          "Apollo with sessions": figure("Apollo with sessions"),
          "http and JSON": figure("http and JSON"),
        },
        checks: [
          {
            what: "ours/Apollo",
            value: pairedRatio(costs("ours"), costs("Apollo")),
            gate: ["<=", 0.55],
            aim: ["<=", 0.4],
          },
          {
            what: "ours/Apollo with sessions",
            value: pairedRatio(costs("ours"), costs("Apollo with sessions")),
            aim: ["<=", 0.4],
          },
          {
            what: "ours/http and JSON",
            value: pairedRatio(costs("ours"), costs("http and JSON")),
            aim: ["<=", 3],
          },
        ],
        correctness: { checked, faults },
        notes: [
          "Ours finds the session and asks the policy for each request, as Apollo with sessions does; the others ask nobody.",
          "A round is 400 requests of each, after a thousand that are not counted: on a busy machine rounds of some seconds were too short for any stack's code to be compiled.",
        ],
      };
    } finally {
      for (const end of ended.toReversed()) await end();
    }
  },
};
