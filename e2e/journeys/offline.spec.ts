import { expect, test } from "../journey.ts";
import { ask, type Person } from "../api.ts";
import { link, live, message, phone, write } from "../screen.ts";
import { makeGroup, startThread } from "../world.ts";

// A bad link: what was written waits, says that it waits, and arrives once and in order.

const written = ["First, from the hill", "Second, still no bars", "Third, coming down now"];
const waiting = "Saved on this device, sends when the link is back";

async function bodies(who: Person, threadId: string): Promise<string[]> {
  const { thread } = await ask<{ thread: { messages: { nodes: { body: string }[] } } }>(
    who,
    "query($id: ID!) { thread: node(id: $id) { ... on Thread { messages(first: 50) { nodes { body } } } } }",
    { id: threadId },
  );
  return thread.messages.nodes.map(({ body }) => body);
}

test("three messages without a link wait, and go out when it is back", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const page = await openAs(members[0], phone);
  const other = await openAs(coordinator);
  await Promise.all([page.goto(thread.path), other.goto(thread.path)]);
  await Promise.all([live(page), live(other)]);

  await page.context().setOffline(true);
  await expect(link(page, "Offline")).toBeVisible();
  for (const text of written) await write(page, text);
  for (const text of written) await expect(page.getByText(text)).toBeVisible();
  await expect(page.getByText(waiting)).toHaveCount(3);

  await page.context().setOffline(false);
  await live(page);
  await expect(page.getByText(waiting)).toHaveCount(0);
  for (const text of written) await expect(message(other, text)).toHaveCount(1);
  expect((await bodies(coordinator, thread.id)).slice(1)).toEqual(written);

  await page.reload();
  for (const text of written) await expect(message(page, text)).toHaveCount(1);
});

test("what waited when the page was closed goes out once and in order when it is opened again", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const page = await openAs(members[0], phone);
  const context = page.context();
  await page.goto(thread.path);
  await live(page);
  await context.setOffline(true);
  for (const text of written) await write(page, text);
  await expect(page.getByText(waiting)).toHaveCount(3);
  await page.close();
  expect(await bodies(coordinator, thread.id)).toHaveLength(1);

  await context.setOffline(false);
  const again = await context.newPage();
  // Not the thread itself: whoever opens the app anywhere has their messages sent.
  await again.goto("/");
  await expect.poll(() => bodies(coordinator, thread.id)).toHaveLength(4);
  expect((await bodies(coordinator, thread.id)).slice(1)).toEqual(written);
});

test("who loses the link before all of the page has come can read, and leave a message", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const page = await openAs(members[0] ?? null, phone);
  // What a thread loads after its messages does not arrive.
  let cut = true;
  const later = /\/assets\/(FollowThread|Following)/;
  await page.route(later, (route) => (cut ? route.abort() : route.continue()));
  await page.goto(thread.path);
  await expect(message(page, "when the road is wet")).toBeVisible();
  await page.context().setOffline(true);
  await write(page, "Through the rain after all");
  await expect(page.getByText(waiting)).toHaveCount(1);
  await expect(message(page, "when the road is wet")).toBeVisible();

  cut = false;
  await page.context().setOffline(false);
  await live(page);
  await expect(page.getByText(waiting)).toHaveCount(0);
  await expect(message(page, "Through the rain after all")).toHaveCount(1);
  await expect.poll(() => bodies(coordinator, thread.id)).toHaveLength(2);
});

test("an act that cannot be fetched says so, and works when the link is back", async ({
  openAs,
  product,
}) => {
  const { coordinator, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const page = await openAs(coordinator, phone);
  let cut = true;
  await page.route(/\/assets\/thread-acts/, (route) => (cut ? route.abort() : route.continue()));
  await page.goto(thread.path);
  await live(page);
  const close = async () => {
    await page.getByRole("button", { name: "Thread menu" }).click();
    await page.getByRole("menuitem", { name: "Close the thread" }).click();
  };
  await close();
  await expect(page.getByText("This needs the link. Try again when it is back.")).toBeVisible();
  cut = false;
  await page.reload();
  await live(page);
  await close();
  await expect(page.getByText(/· Closed/)).toBeVisible();
});
