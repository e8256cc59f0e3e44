import { getMigrations } from "better-auth/db/migration";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accountsDatabase, startAccounts, type TestAccounts } from "./accountsForTest.ts";
import { createLibrary } from "./library.ts";
import { hashPassword } from "./password.ts";

const password = "a long password";
let database: Awaited<ReturnType<typeof accountsDatabase>>;
let node: TestAccounts;
beforeAll(async () => {
  database = await accountsDatabase(inject("postgresUrl"), "accounts");
  node = await startAccounts({ databaseUrl: database.url });
});
afterAll(async () => {
  await node.stop();
});

let count = 0;
async function member() {
  const email = `member${(count += 1)}@accounts.example`;
  const account = await node.accounts.createAccount({
    name: "Amina",
    email,
    password,
    verified: true,
  });
  return { ...account, signIn: () => node.ask("/sign-in/email", { body: { email, password } }) };
}

test("the generator of the library finds nothing more to migrate", async () => {
  const library = createLibrary({
    pool: node.pool,
    config: { publicUrl: "http://localhost", secret: "x".repeat(32) },
    mailer: node.mailbox,
    limits: node.limits,
    log: { error: () => {} } as never,
    onAccountCreated: async () => {},
    onSessionsEnded: () => {},
  });
  const missing = await getMigrations(library.options);
  expect(missing.toBeCreated).toEqual([]);
  expect(missing.toBeAdded).toEqual([]);
});

describe("signing up", () => {
  test("makes the account, tells the application, and sends a letter", async () => {
    const email = "Nomsa@Accounts.example";
    const answer = await node.ask("/sign-up/email", {
      body: { name: " Nomsa ", email, password, emailVerified: true, image: "javascript:1" },
    });
    expect(answer.status).toBe(200);
    expect(answer.cookie).toBe("");
    const account = node.created.find((each) => each.email === "nomsa@accounts.example");
    expect(account).toMatchObject({ name: "Nomsa" });
    const signedIn = await node.ask("/sign-in/email", { body: { email, password } });
    expect(await node.accounts.viewerOf({ cookie: signedIn.cookie })).toMatchObject({
      personId: account?.id,
      emailVerified: false,
    });
    const code = node.codeFor("verify-email", "nomsa@accounts.example");
    const followed = await node.ask(`/verify-email?token=${encodeURIComponent(code)}`);
    expect(followed.status).toBe(302);
    expect(followed.headers.get("location")).toBe(`${node.origin}/verify`);
    expect(await node.accounts.viewerOf({ cookie: signedIn.cookie })).toMatchObject({
      emailVerified: true,
    });
  });

  test("leaves no account when the application could not take it in", async () => {
    const broken = await startAccounts({
      databaseUrl: database.url,
      onAccountCreated: () => Promise.reject(new Error("no room")),
    });
    const body = { name: "Amina", email: "late@accounts.example", password };
    const refused = await broken.ask("/sign-up/email", { body });
    expect(refused.status).toBe(500);
    expect(refused.text).not.toContain("no room");
    await broken.stop();
    expect((await node.ask("/sign-up/email", { body })).status).toBe(200);
    expect((await node.ask("/sign-in/email", { body })).status).toBe(200);
  });

  test("twice at once makes one account and two like answers", async () => {
    const body = { name: "Amina", email: "double@accounts.example", password };
    const answers = await Promise.all([1, 2, 3].map(() => node.ask("/sign-up/email", { body })));
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200]);
    expect(node.created.filter((each) => each.email === body.email)).toHaveLength(1);
  });
});

describe("a session", () => {
  test("is carried by a cookie that scripts and other sites do not get", async () => {
    const { id, signIn } = await member();
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/^baraza\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    const viewer = await node.accounts.viewerOf(new Headers({ cookie: answer.cookie }));
    expect(viewer?.personId).toBe(id);
    const days = ((viewer?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
  });

  test("is carried by a bearer token, in a header or handed over", async () => {
    const { id, signIn } = await member();
    const { token, body } = await signIn();
    expect(token).not.toBe("");
    expect(body.token).toBe(token);
    const authorization = `Bearer ${token}`;
    expect((await node.accounts.viewerOf({ authorization }))?.personId).toBe(id);
    expect((await node.accounts.viewerOf({}, authorization))?.personId).toBe(id);
    expect((await node.ask("/get-session", { bearer: token })).body).toMatchObject({
      user: { id },
    });
  });

  test("by https has a cookie bound to the host", async () => {
    const secure = await startAccounts({ databaseUrl: database.url, https: true });
    const { email } = await member();
    const answer = await secure.ask("/sign-in/email", { body: { email, password } });
    const cookie = answer.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/^__Host-baraza\.session_token=.*; Secure/i);
    expect(cookie).toMatch(/Path=\/(;|$)/);
    expect(cookie).not.toMatch(/Domain/i);
    expect(await secure.accounts.viewerOf({ cookie: answer.cookie })).toMatchObject({ email });
    const out = await secure.ask("/sign-out", { body: {}, cookie: answer.cookie });
    expect(out.status).toBe(200);
    expect(await secure.accounts.viewerOf({ cookie: answer.cookie })).toBeNull();
    await secure.stop();
  });

  test("ends with signing out, for cookie and bearer alike, and says so", async () => {
    const { signIn } = await member();
    for (const way of ["cookie", "bearer"] as const) {
      const { cookie, token } = await signIn();
      const viewer = await node.accounts.viewerOf({ cookie });
      const id = viewer?.sessionId ?? "";
      expect(await node.accounts.validSessions([id])).toEqual(new Set([id]));
      const by = way === "cookie" ? { cookie } : { bearer: token };
      expect((await node.ask("/sign-out", { body: {}, ...by })).status).toBe(200);
      expect(await node.accounts.viewerOf({ cookie })).toBeNull();
      expect(await node.accounts.viewerOf({ authorization: `Bearer ${token}` })).toBeNull();
      expect(await node.accounts.validSessions([id])).toEqual(new Set());
      expect(node.ended).toContain(id);
    }
  });

  test("lives a week from the last day of use and two from the sign-in", async () => {
    const { signIn } = await member();
    const { cookie } = await signIn();
    const viewer = await node.accounts.viewerOf({ cookie });
    const age = (days: number, left: string) =>
      node.pool.query(
        `update session set "createdAt" = now() - $2 * interval '1 day', "expiresAt" = now() + $3::interval where id = $1`,
        [viewer?.sessionId, days, left],
      );
    await age(4, "3 days");
    const later = await node.accounts.viewerOf({ cookie });
    expect((later?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    await age(12, "12 hours");
    const last = await node.accounts.viewerOf({ cookie });
    expect((last?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThan(2.01 * 86_400_000);
    await age(15, "-1 minute");
    expect(await node.accounts.viewerOf({ cookie })).toBeNull();
    expect(await node.accounts.validSessions([viewer?.sessionId ?? ""])).toEqual(new Set());
  });

  test("that is not to be remembered ends with the browser, and after a day", async () => {
    const { email } = await member();
    const { cookie, headers } = await node.ask("/sign-in/email", {
      body: { email, password, rememberMe: false },
    });
    expect(headers.getSetCookie()[0]).not.toMatch(/Max-Age|Expires/i);
    const viewer = await node.accounts.viewerOf({ cookie });
    expect((viewer?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThan(86_400_001);
  });

  test("cannot be made up, changed or borrowed", async () => {
    const { signIn } = await member();
    const { cookie, token } = await signIn();
    const { rows } = await node.pool.query(`select token from session limit 1`);
    const forged = [
      {},
      { cookie: "" },
      { cookie: "baraza.session_token=" },
      { cookie: "baraza.session_token=%E0%A4%A" },
      { cookie: "baraza.session_token=abc.def" },
      { cookie: cookie.replace(/=(.)/, (_, first) => `=${first === "a" ? "b" : "a"}`) },
      { cookie: `${cookie.slice(0, -6)}AAAA%3D` },
      { cookie: `baraza.session_token=${rows[0].token}` },
      { authorization: `Bearer ${rows[0].token}` }, // what the database holds is not enough
      { authorization: `Bearer ${token}x` },
      { authorization: `Bearer x${token}` },
      { authorization: "Bearer" },
      { authorization: "Bearer ☃" },
      { authorization: "Bearer a.b.c" },
      { authorization: `Basic ${token}` },
      { authorization: "Bearer abc.def", cookie }, // a bad token is not made good by a cookie
    ];
    for (const headers of forged)
      expect([headers, await node.accounts.viewerOf(headers)]).toEqual([headers, null]);
    expect(await node.accounts.viewerOf({}, "Bearer \u0000\n")).toBeNull();
    expect((await node.accounts.viewerOf({ authorization: "Basic eA==", cookie }))?.email).toBe(
      (await node.accounts.viewerOf({ cookie }))?.email,
    );
  });

  test("is not ended or used from another site", async () => {
    const { signIn } = await member();
    const { cookie } = await signIn();
    for (const origin of ["https://evil.example", "null", ""]) {
      const headers = { cookie, ...(origin && { origin }) };
      expect((await node.ask("/sign-out", { body: {}, headers })).status).toBe(403);
    }
    expect(await node.accounts.viewerOf({ cookie })).not.toBeNull();
    const form = await node.ask("/sign-out", {
      body: "x=1",
      headers: { cookie, origin: node.origin, "content-type": "text/plain" },
    });
    expect(form.status).toBe(415);
  });

  test("can be seen and ended from another device", async () => {
    const { signIn } = await member();
    const [here, there] = [await signIn(), await signIn()];
    const viewer = await node.accounts.viewerOf({ cookie: there.cookie });
    const list = (await node.ask("/list-sessions", { cookie: here.cookie })).body as unknown;
    const other = (list as { id: string; token: string }[]).find(
      (each) => each.id === viewer?.sessionId,
    );
    await node.ask("/revoke-session", { body: { token: other?.token }, cookie: here.cookie });
    expect(await node.accounts.viewerOf({ cookie: there.cookie })).toBeNull();
    expect(await node.accounts.viewerOf({ cookie: here.cookie })).not.toBeNull();
    expect(node.ended).toContain(viewer?.sessionId);
  });
});

test("many accounts share a hash that was made before", async () => {
  const passwordHash = await hashPassword("baraza-demo");
  const emails = Array.from({ length: 20 }, (_, index) => `demo${index}@accounts.example`);
  await Promise.all(
    emails.map((email) =>
      node.accounts.createAccount({ name: "Demo", email, passwordHash, verified: true }),
    ),
  );
  const body = { email: emails[7], password: "baraza-demo" };
  expect((await node.ask("/sign-in/email", { body })).status).toBe(200);
  expect(node.created.some((each) => each.email === emails[19])).toBe(true);
});
