import { onServer } from "../../server/src/testing/database.ts";
import type { Benchmark } from "../harness/benchmark.ts";
import { clock } from "../harness/clock.ts";
import { repeat, timed } from "../harness/requests.ts";
import { median, pairedRatio } from "../harness/stats.ts";
import { groupUuid } from "../load/event.ts";
import { type OurNode, startOurs } from "../ours/node.ts";
import { postgresCpuMs } from "../ours/postgresUse.ts";
import { Sender } from "../ours/sender.ts";
import { seedWorld } from "../ours/world.ts";

const WRITERS = 60;

/** Every message that was acknowledged has a number of its own, without gaps. */
function gapsIn(sender: Sender, sent: number): string[] {
  const seqs = new Map<string, number[]>();
  for (const key of sender.payloads.keys()) {
    const [room = "", seq] = key.split(":");
    seqs.set(room, [...(seqs.get(room) ?? []), Number(seq)]);
  }
  const total = [...seqs.values()].reduce((sum, each) => sum + each.length, 0);
  const gaps = [...seqs.values()].filter((each) => Math.max(...each) !== each.length).length;
  return [
    ...(total === sent ? [] : [`${total} numbers for ${sent} messages`]),
    ...(gaps === 0 ? [] : [`${gaps} threads with gaps`]),
  ];
}

export const send: Benchmark = {
  name: "send",
  about:
    "Messages a second by mutations over HTTP into one thread and over 1,000, and what one costs in a group of 10 and of 10,000.",
  run: async (bench) => {
    const { services, quick, rounds } = bench;
    const database = await services.database();
    const parts: { node?: OurNode; sender?: Sender } = {};
    try {
      // Room 0 is the large one; the others have ten members each.
      const rooms = quick ? 100 : 1_000;
      await seedWorld(database.url, { rooms, members: 10, stride: 10, writers: WRITERS });
      await growRoom(database.url, quick ? 1_000 : 10_000);
      const node = (parts.node = await startOurs(services, { databaseUrl: database.url }));
      const sender = (parts.sender = new Sender({
        port: node.port,
        writers: WRITERS,
        sockets: 32,
      }));
      const ms = quick ? 1_000 : 3_000;
      let sent = 0;
      const write = (room: () => number) => async () => {
        await sender.send(room());
        sent += 1;
      };
      const one = write(() => 1);
      const spread = write(() => 2 + Math.floor(Math.random() * (rooms - 2)));
      await repeat(one, { lanes: 8, ms: 1_000 });
      const rates = { one: [] as number[], spread: [] as number[] };
      const costs = { one: [] as number[], spread: [] as number[] };
      const postgres = { one: [] as number[], spread: [] as number[] };
      const clientCore: number[] = [];
      for (let i = 0; i < rounds; i++)
        for (const [kind, work] of [
          ["one", one],
          ["spread", spread],
        ] as const) {
          const from = clock();
          const own = process.cpuUsage();
          const before = await node.child.usage();
          const postgresBefore = postgresCpuMs(services.postgresUrl);
          const count = await bench.profiled(node.child, () => repeat(work, { lanes: 24, ms }));
          const wall = clock() - from;
          rates[kind].push((count / wall) * 1_000);
          costs[kind].push(((await node.child.usage()).cpuMs - before.cpuMs) / count);
          postgres[kind].push((postgresCpuMs(services.postgresUrl) - postgresBefore) / count);
          const { user, system } = process.cpuUsage(own);
          clientCore.push((user + system) / 1000 / wall);
        }
      const small: number[] = [];
      const large: number[] = [];
      for (let i = 0; i < rounds * 10; i++) {
        const batch = async (room: number) => {
          for (let k = 0; k < 5; k++) await write(() => room)();
        };
        small.push(await timed(() => batch(1)));
        large.push(await timed(() => batch(0)));
      }
      return {
        ours: {
          "one thread/s": median(rates.one),
          "1,000 threads/s": median(rates.spread),
          "CPU ms a message, one thread": median(costs.one),
          "CPU ms a message, 1,000 threads": median(costs.spread),
          "PostgreSQL's CPU ms, one thread": median(postgres.one),
          "PostgreSQL's CPU ms, 1,000 threads": median(postgres.spread),
          "ms in a group of 10": median(small) / 5,
          "ms in a group of 10,000": median(large) / 5,
          "client core": median(clientCore),
        },
        peers: {},
        checks: [
          { what: "10,000 members/10", value: pairedRatio(large, small), gate: ["<=", 1.2] },
          { what: "one thread/s", value: median(rates.one), aim: [">=", 500] },
          { what: "1,000 threads/s", value: median(rates.spread), aim: [">=", 2_000] },
        ],
        correctness: { checked: sent, faults: gapsIn(sender, sent) },
      };
    } finally {
      parts.sender?.close();
      await parts.node?.stop();
      await database.drop();
    }
  },
};

/** Gives the first room's group so many more members. */
function growRoom(url: string, members: number): Promise<void> {
  const people = `(select id from person limit ${members})`;
  return onServer(
    url,
    `insert into person (id, name) select gen_random_uuid(), 'Somebody' from generate_series(1, ${members});
    insert into membership (id, group_id, person_id, role, state)
      select gen_random_uuid(), '${groupUuid(0)}', id, 'MEMBER', 'ACTIVE' from ${people} people on conflict do nothing;
    insert into membership_span (channel_id, person_id, from_seq)
      select '${groupUuid(0)}', id, 1 from ${people} people on conflict do nothing;
    update "group" set member_count = (select count(*) from membership where group_id = "group".id) where id = '${groupUuid(0)}';
    analyze;`,
  );
}
