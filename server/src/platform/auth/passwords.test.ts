import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accountsDatabase, startAccounts, type TestAccounts } from "./accountsForTest.ts";

const password = "a long password";
let database: Awaited<ReturnType<typeof accountsDatabase>>;
let node: TestAccounts;
beforeAll(async () => {
  database = await accountsDatabase(inject("postgresUrl"), "passwords");
  node = await startAccounts({ databaseUrl: database.url });
});
afterAll(() => node.stop());

let count = 0;
async function member(options: { verified?: boolean } = {}) {
  const email = `member${(count += 1)}@passwords.example`;
  const { verified = true } = options;
  await node.accounts.createAccount({ name: "Amina", email, password, verified });
  return email;
}
const signIn = (email: string, word = password) =>
  node.ask("/sign-in/email", { body: { email, password: word } });
const viewer = (cookie: string) => node.accounts.viewerOf({ cookie });

describe("resetting a password", () => {
  test("by the link in the mail works once, and signs out everywhere", async () => {
    const email = await member({ verified: false });
    const before = await signIn(email);
    const session = await viewer(before.cookie);
    await node.ask("/request-password-reset", {
      body: { email: email.toUpperCase(), redirectTo: "https://evil.example" },
    });
    await node.ask("/request-password-reset", { body: { email } });
    const [latest, older] = node.mailbox.mails().filter((each) => each.to === email);
    expect(latest?.text).toContain(`${node.origin}/reset?token=`);
    expect(latest?.html).not.toContain("evil.example");
    const code = node.codeFor("reset-password", email);

    const weak = await node.ask("/reset-password", { body: { token: code, newPassword: "short" } });
    expect([weak.status, weak.body.code]).toEqual([400, "PASSWORD_TOO_SHORT"]);

    const body = { token: code, newPassword: "another long password" };
    const twice = await Promise.all([1, 2].map(() => node.ask("/reset-password", { body })));
    expect(new Set(twice.map((each) => each.status))).toEqual(new Set([200, 400]));
    const olderCode = /token=(\S+)/.exec(older?.text ?? "")?.[1];
    for (const token of [code, olderCode, "made-up", "\u0000", "x".repeat(999)]) {
      const used = await node.ask("/reset-password", { body: { ...body, token } });
      expect([used.status, used.body.code]).toEqual([400, "INVALID_TOKEN"]);
    }
    expect(await viewer(before.cookie)).toBeNull();
    expect(node.ended).toContain(session?.sessionId);
    expect((await signIn(email)).status).toBe(401);
    const after = await signIn(email, "another long password");
    expect(await viewer(after.cookie)).toMatchObject({ email, emailVerified: true });
  });

  test("leaves no code in the database that could be used", async () => {
    const email = await member();
    await node.ask("/request-password-reset", { body: { email } });
    const code = node.codeFor("reset-password", email);
    const { rows } = await node.pool.query("select * from verification");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test("is too late after an hour", async () => {
    const email = await member();
    await node.ask("/request-password-reset", { body: { email } });
    await node.pool.query(`update verification set "expiresAt" = now() - interval '1 second'`);
    const token = node.codeFor("reset-password", email);
    const late = await node.ask("/reset-password", { body: { token, newPassword: password } });
    expect([late.status, late.body.code]).toEqual([400, "INVALID_TOKEN"]);
  });
});

describe("changing a password", () => {
  test("needs the current one, keeps this session and ends the others", async () => {
    const email = await member();
    const [here, there] = [await signIn(email), await signIn(email)];
    const other = await viewer(there.cookie);
    const change = (currentPassword: string, by: object) =>
      node.ask("/change-password", {
        body: { currentPassword, newPassword: "another long password" },
        ...by,
      });
    expect((await change(password, {})).status).toBe(401);
    const wrong = await change("not my password", { cookie: here.cookie });
    expect([wrong.status, wrong.body.code]).toEqual([400, "INVALID_PASSWORD"]);
    expect((await change(password, { bearer: here.token })).status).toBe(200);
    expect(await viewer(here.cookie)).toMatchObject({ email });
    expect(await viewer(there.cookie)).toBeNull();
    expect(node.ended).toContain(other?.sessionId);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, "another long password")).status).toBe(200);
  });

  test("is no way to guess the current one", async () => {
    const email = await member();
    const { cookie } = await signIn(email);
    const guess = () =>
      node.ask("/change-password", {
        body: { currentPassword: "a guess", newPassword: password },
        cookie,
        from: "192.0.2.77",
      });
    for (let time = 0; time < 5; time += 1) expect((await guess()).status).toBe(400);
    expect((await guess()).status).toBe(429);
  });
});

describe("confirming an address", () => {
  test("takes the link of the mail, as often as it is followed, and no other", async () => {
    const email = await member({ verified: false });
    const { cookie } = await signIn(email);
    const asked = await node.ask("/send-verification-email", { body: { email }, cookie });
    expect(asked.status).toBe(200);
    const code = node.codeFor("verify-email", email);
    const follow = async (token: string) =>
      (
        await node.ask(
          `/verify-email?token=${encodeURIComponent(token)}&callbackURL=//evil.example`,
        )
      ).headers.get("location");
    const page = `${node.origin}/verify`;
    expect(await follow(`${code}x`)).toBe(`${page}?error=INVALID_TOKEN`);
    expect(await follow("")).toMatch(/verify\?error=/);
    expect((await viewer(cookie))?.emailVerified).toBe(false);
    expect(await follow(code)).toBe(page);
    expect(await follow(code)).toBe(page);
    expect((await viewer(cookie))?.emailVerified).toBe(true);
  });
});

describe("whether an address has an account", () => {
  const times = 7;
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;

  /** Asks for known and unknown addresses in turn; each address once, each pair from a place of its own. */
  async function compare(
    ask: (email: string, from: string) => ReturnType<TestAccounts["ask"]>,
  ): Promise<{ known: number; unknown: number; answers: string[] }> {
    const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    const answers: string[] = [];
    for (let time = 0; time < times; time += 1) {
      for (const kind of ["known", "unknown"] as const) {
        const email =
          kind === "known" ? await member() : `stranger${(count += 1)}@passwords.example`;
        const from = `198.51.100.${time}`;
        const started = performance.now();
        const answer = await ask(email, from);
        took[kind].push(performance.now() - started);
        answers.push(
          JSON.stringify([answer.status, [...answer.headers.keys()], answer.body])
            .replaceAll(email, "ADDRESS")
            .replace(/"[0-9a-f-]{36}"/g, "ID")
            .replace(/"\d{4}-[^"]+Z"/g, "TIME"),
        );
      }
    }
    return { known: median(took.known), unknown: median(took.unknown), answers };
  }

  test.each([
    [
      "sign-in",
      (email: string, from: string) =>
        node.ask("/sign-in/email", { body: { email, password: "not my password" }, from }),
    ],
    [
      "sign-up",
      (email: string, from: string) =>
        node.ask("/sign-up/email", { body: { name: "Amina", email, password }, from }),
    ],
    [
      "reset",
      (email: string, from: string) =>
        node.ask("/request-password-reset", { body: { email }, from }),
    ],
  ])(
    "is told neither by the answer to a %s nor by its time",
    { timeout: 60_000, retry: 2 },
    async (_, ask) => {
      const { known, unknown, answers } = await compare(ask);
      expect(new Set(answers).size).toBe(1);
      // A tenth is what is wanted, and what a quiet machine shows; tests run beside each other.
      expect(Math.abs(known - unknown) / unknown).toBeLessThan(0.25);
    },
  );

  test("is told to its owner, three times an hour at most", async () => {
    const email = await member();
    const body = { name: "Eve", email, password: "quite another one" };
    for (let time = 0; time < 5; time += 1)
      expect((await node.ask("/sign-up/email", { body })).status).toBe(200);
    const letters = node.mailbox.mails().filter((each) => each.to === email);
    expect(letters.map((each) => each.kind)).toEqual(Array(3).fill("account-exists"));
  });
});

test("nothing of all this is in the log", () => {
  const everything = node.logged.join("");
  expect(everything).not.toMatch(/@passwords\.example|long password|quite another/);
  for (const { text } of node.mailbox.mails()) {
    const code = /token=(\S+)/.exec(text)?.[1];
    if (code) expect(everything).not.toContain(code);
  }
});
