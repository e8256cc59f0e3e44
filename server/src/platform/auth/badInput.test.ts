import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { accountsDatabase, startAccounts, type TestAccounts } from "./accountsForTest.ts";
import { routes } from "./routes.ts";

let node: TestAccounts;
beforeAll(async () => {
  const { url } = await accountsDatabase(inject("postgresUrl"), "bad_input");
  node = await startAccounts({ databaseUrl: url });
});
afterAll(() => node.stop());

let caller = 0;
/** Another caller each time, so that no limit answers in the place of what is tested. */
const ask: TestAccounts["ask"] = (path, request) =>
  node.ask(path, { from: `203.0.${(caller += 1) >> 8}.${caller & 255}`, ...request });

const posts = [...routes.keys()]
  .filter((key) => key.startsWith("POST "))
  .map((key) => key.slice("POST ".length));
const texts = [
  "",
  " ",
  "x",
  "\u0000",
  "\u202egnihtemos",
  "\ud800",
  "a@b",
  "a@b.example\r\nBcc: c@d.example",
  "' or 1=1 --",
  "😀".repeat(300),
  "x".repeat(10_000),
  "x@y.example",
  "a long password",
];
const values: unknown[] = [...texts, null, 0, -1, 1e308, true, [], ["x"], {}, { $ne: null }];
const fields = ["name", "email", "password", "newPassword", "currentPassword", "token"];

test.each(posts)(
  "POST %s takes anything without a fault",
  async (path) => {
    const good = {
      name: "Amina",
      email: "nobody@bad.example",
      password: "a long password",
      newPassword: "a long password",
      currentPassword: "a long password",
      token: "abc",
    };
    const bodies = fields.flatMap((field) => values.map((value) => ({ ...good, [field]: value })));
    const check = async (body: unknown) => {
      const { status, body: answer } = await ask(path, { body });
      expect([path, body, status < 500]).toEqual([path, body, true]);
      if (status < 400) return;
      expect(answer.code).toMatch(/^[A-Z_]+$/);
      expect(answer.message).toMatch(/^[A-Z].*\.$/);
    };
    const all = [...values, ...bodies];
    // A dozen at a time: an account is made slowly on purpose.
    while (all.length) await Promise.all(all.splice(0, 12).map(check));
  },
  60_000,
);

test("what is no JSON, too large or not asked for gets a plain refusal", async () => {
  const refused = async (request: Parameters<typeof ask>[1], path = "/sign-in/email") => {
    const { status, body } = await ask(path, request);
    return [status, body.code];
  };
  expect(await refused({ body: "{" })).toEqual([400, "BAD_USER_INPUT"]);
  expect(await refused({ body: "" })).toEqual([400, "BAD_USER_INPUT"]);
  expect(await refused({ body: new Uint8Array([0x22, 0xff, 0x22]) })).toEqual([
    400,
    "BAD_USER_INPUT",
  ]);
  expect(await refused({ body: `"${"x".repeat(100_000)}"` })).toEqual([413, "TOO_LARGE"]);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect(await refused({ body: "email=a@b.example&password=x", headers: form })).toEqual([
    415,
    "UNSUPPORTED_MEDIA_TYPE",
  ]);
  expect(await refused({})).toEqual([405, "METHOD_NOT_ALLOWED"]);
  expect(await refused({ method: "DELETE" })).toEqual([405, "METHOD_NOT_ALLOWED"]);
  for (const closed of [
    "",
    "/",
    "/error",
    "/ok",
    "/sign-in/social",
    "/update-user",
    "/delete-user",
    "/change-email",
    "/link-social",
    "/verify-password",
    "/reset-password/abc",
    "/%00",
    "/..%2f..%2fgraphql",
  ])
    expect([closed, ...(await refused({ body: {} }, closed))]).toEqual([closed, 404, "NOT_FOUND"]);
});

test("a name keeps every script and loses what would bend the page", async () => {
  const names: [string, boolean][] = [
    ["Ngozi Adébáyọ̀", true],
    ["عائشة", true],
    ["सीता देवी", true],
    ["O'Neill-👩🏾‍⚕️", true],
    ["x".repeat(200), true],
    ["x".repeat(201), false],
    ["Amina\u202etpircs", false],
    ["Amina\u0007", false],
  ];
  for (const [index, [name, fits]] of names.entries()) {
    const body = { name, email: `name${index}@bad.example`, password: "a long password" };
    expect([name, (await ask("/sign-up/email", { body })).status]).toEqual([
      name,
      fits ? 200 : 400,
    ]);
    expect(node.created.some((each) => each.name === name)).toBe(fits);
  }
});

test("a fault tells the caller nothing and the log no secret", async () => {
  // A database that has no tables for accounts.
  const broken = await startAccounts({ databaseUrl: inject("postgresUrl") });
  const body = { email: "canary@bad.example", password: "canary-password" };
  const answer = await broken.ask("/sign-in/email", { body });
  expect([answer.status, answer.body.code]).toEqual([500, "INTERNAL"]);
  expect(answer.text).not.toMatch(/database|pg|at \//);
  expect(broken.logged.join("")).toMatch(/an account request failed/);
  expect(broken.logged.join("")).not.toMatch(/canary/);
  await broken.stop();
});

test("a database that is away makes nobody a stranger", async () => {
  const away = await startAccounts({ databaseUrl: "postgresql://nobody@127.0.0.1:1/away" });
  const account = { name: "Amina", email: "away@bad.example", password: "a long password" };
  await node.accounts.createAccount({ ...account, verified: true });
  const { cookie } = await ask("/sign-in/email", { body: account });
  await expect(away.accounts.viewerOf({ cookie })).rejects.toThrow("ECONNREFUSED");
  const answer = await away.ask("/sign-in/email", { body: account });
  expect([answer.status, answer.body.code]).toEqual([503, "UNAVAILABLE"]);
  expect((await away.ask("/get-session", { cookie })).status).toBe(500);
  await away.stop();
});

test("whoever hangs up in the middle harms nobody", async () => {
  const socket = connect(Number(new URL(node.origin).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    "POST /api/auth/sign-in/email HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{",
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await ask("/get-session")).status).toBe(200);
});
