import { expect, test, vi } from "vitest";
import { type Accounts } from "./accounts.ts";
import { RecentViewers } from "./recentViewers.ts";

const session = {
  personId: "amina",
  sessionId: "amina-1",
  email: "amina@people.example",
  emailVerified: true,
  expiresAt: new Date(),
};
const amina = { personId: "amina", sessionId: "amina-1", scopes: "all" };
const cookie = { cookie: "baraza.session_token=a" };

function asked() {
  const viewerOf = vi.fn<Accounts["viewerOf"]>(async () => session);
  return { viewerOf, viewers: new RecentViewers({ viewerOf }) };
}

test("a session is looked up once for what comes within a second", async () => {
  const { viewers, viewerOf } = asked();
  for (let i = 0; i < 3; i++) expect(await viewers.viewerOf(cookie)).toEqual(amina);
  expect(viewerOf).toHaveBeenCalledTimes(1);
  const looks = async () => {
    await viewers.viewerOf(cookie);
    return viewerOf.mock.calls.length;
  };
  await expect.poll(looks, { timeout: 5_000 }).toBe(2);
});

test("each credential is one of its own, and a stranger is asked about by nobody", async () => {
  const { viewers, viewerOf } = asked();
  await viewers.viewerOf(cookie);
  await viewers.viewerOf({ cookie: "baraza.session_token=b" });
  await viewers.viewerOf({}, "Bearer a");
  await viewers.viewerOf(cookie, "Bearer a");
  expect(viewerOf).toHaveBeenCalledTimes(3);
  expect(await viewers.viewerOf({})).toBeNull();
  expect(await viewers.viewerOf(cookie, "Bearer \u0000")).toBeNull();
  expect(viewerOf).toHaveBeenCalledTimes(3);
});

test("who was not found is looked up again", async () => {
  const { viewers, viewerOf } = asked();
  viewerOf.mockResolvedValueOnce(null);
  expect(await viewers.viewerOf(cookie)).toBeNull();
  expect(await viewers.viewerOf(cookie)).toEqual(amina);
});

test.each(["amina-1", "amina"])("the end of %s holds from the moment it is told", async (id) => {
  const { viewers, viewerOf } = asked();
  await viewers.viewerOf(cookie);
  viewerOf.mockResolvedValue(null);
  viewers.end([id]);
  expect(await viewers.viewerOf(cookie)).toBeNull();
});

test("a look-up that was under way when the session ended is not believed afterwards", async () => {
  const { viewers, viewerOf } = asked();
  const slow = Promise.withResolvers<typeof session>();
  viewerOf.mockReturnValueOnce(slow.promise);
  const before = viewers.viewerOf(cookie);
  viewers.end(["amina-1"]);
  viewerOf.mockResolvedValue(null);
  slow.resolve(session);
  await before;
  expect(await viewers.viewerOf(cookie)).toBeNull();
});
