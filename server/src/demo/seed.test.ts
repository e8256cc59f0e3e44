import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyPassword } from "../platform/auth/password.ts";
import { World } from "../testing/world.ts";
import { demoNetworks } from "./content/world.ts";
import { openDemo, rowsOf } from "./openDemoForTest.ts";
import { seedDemo } from "./seed.ts";

let demo: Awaited<ReturnType<typeof openDemo>>;
let ask: typeof demo.ask;

beforeAll(async () => {
  demo = await openDemo(inject("postgresUrl"));
  ({ ask } = demo);
});
afterAll(() => demo.world.close());

const groups = demoNetworks.flatMap((network) => network.groups);
const threads = groups.flatMap((group) => group.threads);
const messages = threads.flatMap((thread) => thread.messages);

describe("the seeded world", () => {
  it("stands within five seconds, with everything that is in the text", async () => {
    expect(demo.seconds).toBeLessThan(5);
    const [counts] = await ask(`select
      (select count(*)::int from person) as people,
      (select count(*)::int from auth."user") as users,
      (select count(*)::int from auth.account) as accounts,
      (select count(*)::int from network) as networks,
      (select count(*)::int from thread) as threads,
      (select count(*)::int from message) as messages,
      (select count(*)::int from message_version) as versions,
      (select count(*)::int from reaction) as reactions`);
    const people = groups.flatMap((group) => group.people).length + 2;
    expect(counts).toEqual({
      people,
      users: people,
      accounts: people,
      networks: 2,
      threads: threads.length,
      messages: messages.length,
      versions: messages.filter(({ edited }) => edited !== undefined).length,
      reactions: messages.flatMap(({ reactions = [] }) => reactions.flatMap(({ by }) => by)).length,
    });
  });

  it("has programmes with waves, and registers whose past leads to the present", async () => {
    const [counts] = await ask(`select
      (select count(*)::int from programme) as programmes,
      (select count(distinct wave_id)::int from programme_group) as waves,
      (select count(*)::int from organisation where successor_id is not null) as merged,
      (select count(*)::int from organisation_former_name) as names`);
    expect(counts).toEqual({ programmes: 2, waves: 4, merged: 2, names: 2 });
  });

  it("has compacts that all agreed to, and one that some are yet to agree to again", async () => {
    const [counts] = await ask(`select
      (select count(*)::int from compact_version where version = 1) as first,
      (select count(*)::int from compact_version where version = 2) as second,
      (select count(*)::int from membership join compact_version using (group_id)
        where state = 'ACTIVE' and version = 1 and not exists (select from compact_agreement as done
          where done.group_id = membership.group_id and done.person_id = membership.person_id)) as missing,
      (select count(*)::int from membership join compact_version using (group_id)
        where state = 'ACTIVE' and version = 2 and not exists (select from compact_agreement as done
          where done.group_id = membership.group_id and done.person_id = membership.person_id
            and done.version = 2)) as again`);
    expect(counts).toEqual({ first: 9, second: 1, missing: 0, again: 6 });
  });

  it("lets its people sign in: verified, with the one password", async () => {
    const [member] = await ask<{ password: string; emailVerified: boolean }>(`
      select password, "emailVerified" from auth.account join auth."user" on "user".id = "userId"
      where email = 'member@zambia.example' and "providerId" = 'credential' and "accountId" = "user".id::text`);
    expect(member?.emailVerified).toBe(true);
    expect(await verifyPassword({ hash: member.password, password: "baraza-demo" })).toBe(true);
    expect(await ask(`select id from auth."user" where id not in (select id from person)`)).toEqual(
      [],
    );
  });

  it("has nothing in the future, and threads whose messages follow on each other", async () => {
    const [future] = await ask(`select
      (select max(at) from channel_update) <= now() as log,
      (select max(at) from reaction) <= now() as reactions,
      (select max(updated_at) from read_mark) <= now() as marks,
      (select max(closed_at) from thread) <= now() as closed`);
    expect(future).toEqual({ log: true, reactions: true, marks: true, closed: true });
    const faults =
      await ask(`select title, message.seq from message join thread on thread.id = thread_id
      where exists (select from message as later where later.thread_id = message.thread_id
        and later.seq > message.seq and later.created_at <= message.created_at)`);
    expect(faults).toEqual([]);
  });

  it("keeps the numbers that are kept beside rows", async () => {
    const faults = await ask(`
      select 'group ' || name as wrong from "group" where member_count <> (select count(*) from membership
          where group_id = "group".id and role = 'MEMBER' and state = 'ACTIVE')
        or coordinator_count <> (select count(*) from membership
          where group_id = "group".id and role = 'COORDINATOR' and state = 'ACTIVE')
        or last_activity_at <> coalesce((select max(created_at) from message where group_id = "group".id), created_at)
      union all
      select 'network ' || slug from network where member_count <> (select count(*) from network_membership
          where network_id = network.id and until is null)
      union all
      select 'thread ' || title from thread left join message on message.id = last_message_id
        where message.seq is distinct from last_message_seq or message.created_at <> last_activity_at
          or message.thread_id <> thread.id
          or last_message_seq <> (select count(*) from message where thread_id = thread.id)
          or thread.created_at <> (select min(created_at) from message where thread_id = thread.id)`);
    expect(faults).toEqual([]);
  });

  it("seats twenty members and three coordinators in each cohort of TALENT Groups", async () => {
    const seats =
      await ask(`select "group".name, "group".member_count, coordinator_count, member_capacity, coordinator_capacity
      from "group" join network on network.id = network_id where slug = 'talent' and kind = 'COHORT' order by 1`);
    const full = {
      memberCount: 20,
      coordinatorCount: 3,
      memberCapacity: 20,
      coordinatorCapacity: 3,
    };
    expect(seats).toEqual(
      ["Ethiopia", "Nepal", "Somaliland", "United Kingdom", "Zambia"].map((name) => ({
        name,
        ...full,
      })),
    );
  });

  it("has in each coordinators' group exactly who coordinates another group of the network", async () => {
    const lead = (
      slug: string,
    ) => `select distinct person_id from membership join "group" on "group".id = group_id
      join network on network.id = network_id
      where slug = '${slug}' and kind <> 'COORDINATORS' and role = 'COORDINATOR'`;
    const derived = (
      slug: string,
    ) => `select person_id from membership join "group" on "group".id = group_id
      join network on network.id = network_id where slug = '${slug}' and kind = 'COORDINATORS'`;
    expect(await ask(derived("talent"))).toHaveLength(15);
    for (const slug of ["talent", "system-leaders"]) {
      expect(await ask(`(${lead(slug)}) except (${derived(slug)})`)).toEqual([]);
      expect(await ask(`(${derived(slug)}) except (${lead(slug)})`)).toEqual([]);
    }
  });

  it("has the manager in both networks and no group, and the outsider nowhere", async () => {
    const places = (email: string) =>
      ask(`select slug as place, role from auth."user" join network_membership on person_id = "user".id
        join network on network.id = network_id where email = '${email}'
        union select "group".name, role from auth."user" join membership on person_id = "user".id
        join "group" on "group".id = group_id where email = '${email}' order by 1`);
    expect(await places("manager@talent.example")).toEqual([
      { place: "system-leaders", role: "MANAGER" },
      { place: "talent", role: "MANAGER" },
    ]);
    expect(await places("outsider@elsewhere.example")).toEqual([]);
  });
});

describe("seeding", () => {
  it("changes nothing when there are people", async () => {
    const [before] = await ask(
      `select sum(head_seq)::int as entries, count(*)::int as channels from channel`,
    );
    await seedDemo(demo.world.house);
    expect(
      await ask(`select sum(head_seq)::int as entries, count(*)::int as channels from channel`),
    ).toEqual([before]);
  });

  it("leaves nothing when it breaks off, and is whole the next time, once for all nodes", async () => {
    const other = await World.open(inject("postgresUrl"));
    try {
      await rowsOf(
        other,
        `create function break() returns trigger language plpgsql as 'begin raise ''broken off''; end'`,
      );
      await rowsOf(
        other,
        `create trigger break before insert on consumer_position execute function break()`,
      );
      await expect(seedDemo(other.house)).rejects.toThrow("broken off");
      const left = `select (select count(*)::int from person) as people, (select count(*)::int from auth."user") as users,
        (select count(*)::int from channel) as channels,
        -- Not the entries themselves: the older ones are being tidied away already.
        (select coalesce(sum(head_seq), 0)::int from channel) as entries`;
      expect(await rowsOf(other, left)).toEqual([{ people: 0, users: 0, channels: 0, entries: 0 }]);
      await rowsOf(other, `drop trigger break on consumer_position`);
      await Promise.all([seedDemo(other.house), seedDemo(other.house)]);
      expect(await rowsOf(other, left)).toEqual(await ask(left));
    } finally {
      await other.close();
    }
  });
});
