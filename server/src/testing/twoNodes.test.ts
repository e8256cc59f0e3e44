import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { cloneDatabase } from "./database.ts";
import { Nodes } from "./nodes.ts";
import { startRedis, type TestRedis } from "./redis.ts";
import { sendMutation, setScene, threadSubscription, type Scene } from "./scene.ts";
import type { WirePerson } from "./wire.ts";

type Update = Record<string, any>;

describe.skipIf(!inject("redisUrl"))("two nodes of the production build behind a proxy", () => {
  let nodes: Nodes;
  let scene: Scene;
  let drop: () => Promise<void>;
  let redis: TestRedis;
  beforeAll(async () => {
    const clone = await cloneDatabase(inject("postgresUrl"));
    drop = clone.drop;
    // Of its own: it is taken away at the end.
    redis = (await startRedis())!;
    nodes = await Nodes.start({ count: 2, databaseUrl: clone.url, redisUrl: redis.url });
    scene = await setScene(nodes.url);
  }, 120_000);
  afterAll(async () => {
    await nodes?.stop();
    await drop?.();
    await redis?.stop();
  });

  const urlOf = (node: number) => nodes.nodes[node].url;
  const say = async (by: WirePerson, body: string, url: string) => {
    const input = { threadId: scene.threadId, body, clientKey: randomUUID() };
    const { sendMessage } = await by.ask(url, sendMutation, { input });
    expect(sendMessage.errors).toEqual([]);
  };

  const remove = async (person: WirePerson, url: string) => {
    const { removeMember } = await scene.manager.ask(
      url,
      "mutation($input: RemoveMemberInput!) { removeMember(input: $input) { errors { message } } }",
      { input: { groupId: scene.groupId, personId: person.id } },
    );
    expect(removeMember.errors).toEqual([]);
  };

  /** Follows the thread; `heard` grows, `ended` holds the close code (sockets) or 0 and when. */
  function follow(person: WirePerson, url: string, over: "ws" | "sse") {
    const heard: Update[] = [];
    const state = { heard, endedAt: 0, code: 0, leave: () => {} };
    const variables = { threadId: scene.threadId };
    const take = (answer: Update) => void heard.push(answer["data"]?.threadUpdates ?? answer);
    const over_ = (code: number) => {
      state.code ||= code;
      state.endedAt ||= Date.now();
    };
    if (over === "sse") {
      const stop = new AbortController();
      state.leave = () => stop.abort();
      void (async () => {
        for await (const answer of person.stream(url, threadSubscription, variables, stop.signal))
          take(answer);
      })().then(
        () => over_(0),
        () => over_(-1),
      );
      return state;
    }
    const client = person.socket(url, over_);
    state.leave = () => void client.dispose();
    client.subscribe(
      { query: threadSubscription, variables },
      { next: (answer) => take(answer as Update), error: () => {}, complete: () => over_(0) },
    );
    return state;
  }

  const bodies = ({ heard }: { heard: Update[] }) =>
    heard.flatMap(({ message }) => (message ? [message.body as string] : []));
  const live = async (...followers: { heard: Update[] }[]) => {
    for (const { heard } of followers)
      await expect.poll(() => heard[0]?.["__typename"], { timeout: 5_000 }).toBe("Live");
  };

  test("two people on two nodes talk live, over sockets and server-sent events, in one order", async () => {
    const [amina, bwalya] = [await scene.admit("Amina"), await scene.admit("Bwalya")];
    const followers = [
      follow(amina, urlOf(0), "ws"),
      follow(bwalya, urlOf(1), "ws"),
      follow(amina, urlOf(0), "sse"),
      follow(bwalya, urlOf(1), "sse"),
      follow(bwalya, nodes.url, "ws"),
      follow(amina, nodes.url, "sse"),
    ];
    await live(...followers);
    await say(amina, "How was the night?", urlOf(0));
    // From the acknowledgement on: how long the commit takes is the disk's and the neighbours' affair.
    const began = Date.now();
    await expect
      .poll(() => followers.map((each) => bodies(each).length))
      .toEqual([1, 1, 1, 1, 1, 1]);
    expect(Date.now() - began).toBeLessThan(1_000);
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => say(i % 2 ? amina : bwalya, `${i}`, nodes.url)),
    );
    for (const each of followers) await expect.poll(() => bodies(each).length).toBe(21);
    for (const each of followers) expect(bodies(each)).toEqual(bodies(followers[0]));
    for (const each of followers) each.leave();
  }, 30_000);

  test.each(["ws", "sse"] as const)(
    "a removal on one node ends the %s stream on the other within a second",
    async (over) => {
      const person = await scene.admit("Chipo");
      const follower = follow(person, urlOf(1), over);
      await live(follower);
      const began = Date.now();
      await remove(person, urlOf(0));
      await expect.poll(() => follower.heard.at(-1)?.["__typename"]).toBe("Ended");
      expect(Date.now() - began).toBeLessThan(1_000);
      await say(scene.manager, "behind the back", urlOf(0));
      await expect.poll(() => follower.endedAt).toBeGreaterThan(0);
      expect(bodies(follower)).not.toContain("behind the back");
      expect(follower.heard.at(-1)).toMatchObject({ __typename: "Ended", reason: "REMOVED" });
      follower.leave();
    },
  );

  test("a sign-out on one node closes the person's socket and stream on the other within a second", async () => {
    const person = await scene.admit("Dalitso");
    const followers = [follow(person, urlOf(1), "ws"), follow(person, urlOf(1), "sse")];
    await live(...followers);
    // Both nodes have just found the session, and do not believe what they remember of it.
    for (const node of [0, 1]) await person.ask(urlOf(node), "{ viewer { email } }");
    const began = Date.now();
    await person.signOut(urlOf(0));
    await expect(person.ask(urlOf(0), "{ viewer { email } }")).rejects.toThrow(/UNAUTHENTICATED/);
    for (const each of followers) await expect.poll(() => each.endedAt).toBeGreaterThan(0);
    for (const { endedAt } of followers) expect(endedAt - began).toBeLessThan(1_000);
    expect(followers[0].code).toBe(4401);
    await say(scene.manager, "to those who are signed in", urlOf(1));
    for (const each of followers) expect(bodies(each)).not.toContain("to those who are signed in");
    await expect(person.ask(urlOf(1), "{ viewer { email } }")).rejects.toThrow(/UNAUTHENTICATED/);
  });

  test("a node that is killed takes nothing with it: the other goes on, and the client from its cursor", async () => {
    const person = await scene.admit("Esnart");
    const before = follow(person, urlOf(1), "ws");
    await live(before);
    await say(scene.manager, "before", nodes.url);
    await expect.poll(() => bodies(before)).toEqual(["before"]);
    await nodes.nodes[1].end("SIGKILL");
    await expect.poll(() => before.endedAt).toBeGreaterThan(0);
    await say(scene.manager, "meanwhile", nodes.url);
    const after = before.heard.at(-1)?.["cursor"] as string;
    const heard: Update[] = [];
    const client = person.socket(nodes.url);
    client.subscribe(
      { query: threadSubscription, variables: { threadId: scene.threadId, after } },
      {
        next: ({ data }) => void heard.push(data?.["threadUpdates"] as Update),
        error: () => {},
        complete: () => {},
      },
    );
    await expect
      .poll(() => heard.map(({ __typename, message }) => message?.body ?? __typename))
      .toEqual(["meanwhile", "Live"]);
    await client.dispose();
    await nodes.nodes[1].start();
  }, 30_000);

  test("without Redis all of it goes on: talk and removal under a second, sign-out within six", async () => {
    const [leaving, removed] = [await scene.admit("Fatsani"), await scene.admit("Gift")];
    const signedIn = [follow(leaving, urlOf(1), "ws"), follow(leaving, urlOf(1), "sse")];
    const member = follow(removed, urlOf(1), "ws");
    await live(...signedIn, member);
    await redis.stop();
    await expect.poll(async () => (await fetch(`${urlOf(1)}/health/ready`)).status).toBe(200);
    let began = Date.now();
    await say(scene.manager, "still here", urlOf(0));
    for (const each of [...signedIn, member])
      await expect.poll(() => bodies(each)).toEqual(["still here"]);
    expect(Date.now() - began).toBeLessThan(1_000);
    began = Date.now();
    await remove(removed, urlOf(0));
    await expect.poll(() => member.heard.at(-1)?.["__typename"]).toBe("Ended");
    expect(Date.now() - began).toBeLessThan(1_000);
    began = Date.now();
    await leaving.signOut(urlOf(0));
    for (const each of signedIn)
      await expect.poll(() => each.endedAt, { timeout: 8_000 }).toBeGreaterThan(0);
    for (const { endedAt } of signedIn) expect(endedAt - began).toBeLessThan(6_500);
    redis = (await startRedis({ port: Number(new URL(redis.url).port) }))!;
    member.leave();
  }, 40_000);
});
