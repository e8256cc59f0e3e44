import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDemo } from "./openDemoForTest.ts";

// Each check asks for what is wrong, and expects nothing.

let demo: Awaited<ReturnType<typeof openDemo>>;
let ask: typeof demo.ask;

beforeAll(async () => {
  demo = await openDemo(inject("postgresUrl"));
  ({ ask } = demo);
});
afterAll(() => demo.world.close());

describe("its log", () => {
  it("counts every channel from 1 to its head without gaps, in the order of time", async () => {
    const faults = await ask(`select * from (
        select kind, seq, channel_update.at, head_seq,
          row_number() over log as place, lag(channel_update.at) over log as before,
          count(*) over (partition by channel.id) as entries
        from channel left join channel_update on channel_id = channel.id
        window log as (partition by channel.id order by seq)
      ) as each where (seq is null and head_seq <> 0) or seq <> place or at < before
        or (seq is not null and entries <> head_seq)`);
    expect(faults).toEqual([]);
    const [owners] = await ask(`select
      (select count(*) from channel) = (select count(*) from person) + (select count(*) from network)
        + (select count(*) from "group") as whole,
      (select count(*) from channel where kind = 'PERSON' and id in (select id from person))
        = (select count(*) from person) as people`);
    expect(owners).toEqual({ whole: true, people: true });
  });

  it("links the entries of each thread", async () => {
    const faults = await ask(`select * from (
        select seq, label_prev, lag(seq, 1, 0) over (partition by channel_id, label order by seq) as wanted
        from channel_update where label is not null) as each where label_prev <> wanted
      union all select seq, label_prev, 0 from channel_update where label is null and label_prev <> 0`);
    expect(faults).toEqual([]);
  });

  it("states what the rows say", async () => {
    const [told] = await ask(`select
      count(*) filter (where name = 'MemberAdmitted' or name = 'GroupJoined')::int as places,
      count(*) filter (where name = 'NetworkJoined')::int as networks,
      count(*) filter (where name = 'GroupCreated')::int as groups,
      count(*) filter (where name = 'ThreadStarted')::int as threads,
      count(*) filter (where name = 'MessageSent')::int as messages,
      count(*) filter (where name = 'MessageEdited')::int as edits,
      count(*) filter (where name = 'ReactionsChanged')::int as reactions,
      count(*) filter (where name = 'AnswerAccepted')::int as answers,
      count(*) filter (where name = 'ThreadPinned')::int as pins,
      count(*) filter (where name = 'ThreadClosed')::int as closed,
      count(*) filter (where name = 'ThreadAcknowledged')::int as acknowledged from channel_update`);
    const [rows] = await ask(`select
      (select 2 * count(*)::int from membership) as places,
      (select 2 * count(*)::int from network_membership) as networks,
      (select count(*)::int from "group") as groups,
      (select count(*)::int from thread) as threads,
      (select count(*)::int from message) as messages,
      (select count(*)::int from message_version) as edits,
      (select count(*)::int from reaction) as reactions,
      (select count(accepted_message_id)::int from thread) as answers,
      (select count(pinned_at)::int from thread) as pins,
      (select count(closed_at)::int from thread) as closed,
      (select count(*)::int from acknowledgement) as acknowledged`);
    expect(told).toEqual(rows);
    for (const some of ["edits", "answers", "pins", "closed", "acknowledged"])
      expect(told?.[some]).toBeGreaterThan(0);
    const faults =
      await ask(`select message.id from message join channel_update on subject = message.id
      where name = 'MessageSent' and (channel_id <> message.group_id or label <> thread_id or actor_id <> author_id
        or at <> created_at or (data->>'seq')::int <> message.seq or (data->>'clientKey')::uuid <> client_key
        or data->>'authorRole' <> author_role or (data->>'quoteId')::uuid is distinct from quote_id
        or data->>'body' <> coalesce((select body from message_version where message_id = message.id), body))`);
    expect(faults).toEqual([]);
  });

  it("opens each person's view at their admission, before the first word", async () => {
    const faults = await ask(`
      with place (channel_id, person_id, at, name) as (
        select group_id, person_id, since, 'MemberAdmitted' from membership
        union all select network_id, person_id, since, 'NetworkJoined' from network_membership)
      select place.* from place
        left join membership_span as span using (channel_id, person_id)
        left join channel_update as entry on entry.channel_id = place.channel_id and entry.seq = span.from_seq
      where span.to_seq is not null or entry.name is distinct from place.name or entry.at <> place.at
        or entry.data->'admits' <> jsonb_build_array(place.person_id)
        or place.at >= (select min(at) from channel_update
          where channel_id = place.channel_id and channel_update.name = 'MessageSent')`);
    expect(faults).toEqual([]);
    const [spans] = await ask(`select (select count(*) from membership_span)
      = (select count(*) from membership) + (select count(*) from network_membership) as same`);
    expect(spans).toEqual({ same: true });
  });

  it("has been heard to its end by who hears facts", async () => {
    const [before] = await ask(`select sum(head_seq)::int as entries from channel`);
    await demo.world.settle();
    expect(await ask(`select sum(head_seq)::int as entries from channel`)).toEqual([before]);
    const behind =
      await ask(`select consumer from channel join consumer_position on channel_id = channel.id
      where seq <> head_seq`);
    expect(behind).toEqual([]);
    const [positions] = await ask(`select count(*)::int from consumer_position where seq > 0`);
    expect(positions?.["count"]).toBeGreaterThan(0);
  });

  it("can be followed by a member from their admission to its head", async () => {
    const { personId } = await demo.actor("member@zambia.example");
    const [group] = await ask<{ id: string }>(`select id from "group" where name = 'Zambia'`);
    const { live } = demo.world.house;
    const seen: number[] = [];
    const updates = await live.follow(group.id, {
      personId,
      after: live.cursor(group.id, 0),
      spans: true,
      view: {
        name: "counting",
        project: ({ seq }) => {
          seen.push(seq);
          return null;
        },
      },
    });
    const first = (await updates!.next()).value;
    expect(first?.constructor.name).toBe("Skipped");
    const last = (await updates!.next()).value;
    expect(last?.constructor.name).toBe("Live");
    await updates!.return?.();
    const [log] = await ask<{
      from: number;
      head: number;
    }>(`select from_seq as from, head_seq as head
      from membership_span join channel on channel.id = channel_id
      where channel_id = '${group.id}' and person_id = '${personId}'`);
    expect(seen).toEqual(Array.from({ length: log.head - log.from + 1 }, (_, at) => log.from + at));
    expect(live.holes).toBe(0);
  });
});

describe("what waits for a visitor", () => {
  const inbox = `{ viewer { inbox { unreadThreadCount mentions(first: 5) { nodes { id } }
    threads(first: 10) { nodes { title unreadCount lastMessageSeq group { name } } } } } }`;

  async function waiting(email: string): Promise<{ group: string; unread: number }[]> {
    const { viewer } = await (await demo.actor(email)).ask(inbox);
    expect(viewer.inbox.mentions.nodes).toEqual([]);
    const { nodes } = viewer.inbox.threads;
    expect(viewer.inbox.unreadThreadCount).toBe(nodes.length);
    return nodes.map((thread: { group: { name: string }; unreadCount: number }) => ({
      group: thread.group.name,
      unread: thread.unreadCount,
    }));
  }

  it("is some for the member in Zambia, in three threads of two groups", async () => {
    const found = await waiting("member@zambia.example");
    expect(found.toSorted((one, other) => other.unread - one.unread)).toEqual([
      { group: "Zambia", unread: 4 },
      { group: "Midwifery across borders", unread: 3 },
      { group: "Zambia", unread: 1 },
    ]);
  });

  it("is one message for the coordinator in Zambia, some for the member in Nepal", async () => {
    expect(await waiting("coordinator@zambia.example")).toEqual([{ group: "Zambia", unread: 1 }]);
    const found = await waiting("member@nepal.example");
    expect(found.map(({ group }) => group)).toEqual(["Nepal", "Nepal"]);
  });

  it("is nothing for everybody else", async () => {
    const people =
      await ask(`select distinct membership.person_id from membership join thread using (group_id)
      left join read_mark on read_mark.person_id = membership.person_id and thread_id = thread.id
      where last_read_seq is distinct from last_message_seq`);
    expect(people).toHaveLength(3);
  });

  it("is an announcement to acknowledge, which others have acknowledged", async () => {
    const faults = await ask(`select title from thread where asks_acknowledgement and (
      (select count(*) from acknowledgement where thread_id = thread.id) not between 3 and
      (select count(*) - 1 from membership where group_id = thread.group_id))`);
    expect(faults).toEqual([]);
  });
});
