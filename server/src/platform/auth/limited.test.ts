import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accountsDatabase, startAccounts, type TestAccounts } from "./accountsForTest.ts";

const password = "a long password";
let database: Awaited<ReturnType<typeof accountsDatabase>>;
let node: TestAccounts;
beforeAll(async () => {
  database = await accountsDatabase(inject("postgresUrl"), "limited");
  node = await startAccounts({ databaseUrl: database.url });
});
afterAll(() => node.stop());

const member = (email: string) =>
  node.accounts.createAccount({ name: "Amina", email, password, verified: true });

describe("wrong passwords", () => {
  test("lock the account after five, say for how long, and go on after a restart", async () => {
    await member("amina@gmail.com");
    const guess = (on: TestAccounts, index: number) =>
      on.ask("/sign-in/email", {
        body: { email: ["amina@gmail.com", "am.ina@gmail.com"][index % 2], password: "a guess" },
        from: `192.0.2.${index}`,
      });
    for (let index = 0; index < 5; index += 1) {
      const { status, body } = await guess(node, index);
      expect([status, body.code]).toEqual([401, "INVALID_EMAIL_OR_PASSWORD"]);
    }
    const restarted = await startAccounts({ databaseUrl: database.url });
    for (const on of [node, restarted]) {
      const good = { email: "amina@gmail.com", password };
      const answer = await on.ask("/sign-in/email", { body: good, from: "192.0.2.99" });
      expect([answer.status, answer.body.code]).toEqual([429, "THROTTLED"]);
      expect(answer.body.message).toMatch(/^Too many tries. Please wait 1[45] minutes/);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(800);
      expect(answer.token).toBe("");
    }
    await restarted.stop();
  });

  test("sent fifty at once are looked at five times", async () => {
    await member("burst@limited.example");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        node.ask("/sign-in/email", {
          body: { email: "burst@limited.example", password: `guess ${index}` },
          from: `198.51.100.${index}`,
        }),
      ),
    );
    expect(answers.filter((each) => each.status === 401)).toHaveLength(5);
    expect(answers.filter((each) => each.status === 429)).toHaveLength(45);
  });

  test("cannot be blamed on another address by a header", async () => {
    const unproxied = await startAccounts({ databaseUrl: database.url, trustProxy: 0 });
    let refused = 0;
    for (let index = 0; index < 22; index += 1) {
      const { status } = await unproxied.ask("/sign-in/email", {
        body: { email: `spray${index}@limited.example`, password: "a guess" },
        from: `203.0.113.${index}`,
      });
      if (status === 429) refused += 1;
    }
    expect(refused).toBe(2);
    await unproxied.stop();
  });

  test("are forgotten once the owner set a new one by mail", async () => {
    const email = "owner@limited.example";
    await member(email);
    for (let index = 0; index < 6; index += 1)
      await node.ask("/sign-in/email", {
        body: { email, password: "a guess" },
        from: `192.0.3.${index}`,
      });
    await node.ask("/request-password-reset", { body: { email } });
    const token = node.codeFor("reset-password", email);
    await node.ask("/reset-password", { body: { token, newPassword: password } });
    const answer = await node.ask("/sign-in/email", { body: { email, password } });
    expect(answer.status).toBe(200);
  });
});

test("forty people sign up and in at once from one place, over a pool of ten connections", async () => {
  const people = Array.from({ length: 40 }, (_, index) => ({
    name: "Amina",
    email: `p${index % 30}@limited.example`, // ten of them double
    password,
  }));
  const signUps = await Promise.all(
    people.map((body) => node.ask("/sign-up/email", { body, from: "192.0.4.1" })),
  );
  expect(new Set(signUps.map((each) => each.status))).toEqual(new Set([200]));
  const signIns = await Promise.all(
    people.map((body) => node.ask("/sign-in/email", { body, from: "192.0.4.1" })),
  );
  expect(new Set(signIns.map((each) => each.status))).toEqual(new Set([200]));
  expect(node.created.filter((each) => each.email.startsWith("p"))).toHaveLength(30);
});

test("a fourth letter in an hour is refused, with or without an account", async () => {
  await member("letters@limited.example");
  for (const email of ["letters@limited.example", "nobody@limited.example"]) {
    const ask = () => node.ask("/request-password-reset", { body: { email } });
    for (let time = 0; time < 3; time += 1) expect((await ask()).status).toBe(200);
    const fourth = await ask();
    expect([fourth.status, fourth.body.code]).toEqual([429, "THROTTLED"]);
    expect(Number(fourth.headers.get("retry-after"))).toBeGreaterThan(3500);
  }
  const letters = node.mailbox.mails().filter((each) => each.to === "letters@limited.example");
  expect(letters).toHaveLength(3);
});

test("a browser signs in from our pages and from no others", async () => {
  await member("browser@limited.example");
  const from = (origin: string, site: string) =>
    node.ask("/sign-in/email", {
      body: { email: "browser@limited.example", password },
      headers: { origin, "sec-fetch-site": site, "sec-fetch-mode": "cors" },
    });
  expect((await from(node.origin, "same-origin")).status).toBe(200);
  expect((await from(node.origin.replace("127.0.0.1", "localhost"), "same-origin")).status).toBe(
    200,
  );
  expect((await from("https://evil.example", "cross-site")).status).toBe(403);
  expect((await from("null", "cross-site")).status).toBe(403);
});
