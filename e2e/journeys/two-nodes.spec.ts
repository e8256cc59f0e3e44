import { expect, test } from "../journey.ts";
import { type Product, startProduct } from "../product.ts";
import { box, choose, live, message, phone, write } from "../screen.ts";
import { type Stores, startStores } from "../stores.ts";
import { type Group, makeGroup, startThread } from "../world.ts";

// Two nodes of the production build on one PostgreSQL and one Redis; one person on each.

let stores: Stores;
let nodes: Product[] = [];
let group: Group;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  stores = await startStores();
  const env = { ...stores.env, DEMO: "0" };
  nodes = [await startProduct({ env }), await startProduct({ env })];
  group = await makeGroup(nodes[0].url, { members: 2 });
});
test.afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await stores.stop();
});

test("what one says on the first node, the other hears on the second", async ({ openAs }) => {
  const [ana, ben] = group.members;
  const thread = await startThread(group.coordinator, group.id, { title: "On two nodes" });
  const one = await openAs(ana);
  const other = await openAs({ ...ben, url: nodes[1].url }, phone);
  await Promise.all([one.goto(thread.path), other.goto(thread.path)]);
  await Promise.all([live(one), live(other)]);

  await box(other).pressSequentially("I am thin");
  await expect(one.getByText("Ben Okello is writing")).toBeVisible();

  await write(one, "The guard keeps the key");
  await expect(message(other, "The guard keeps the key")).toBeVisible();

  await message(one, "The guard keeps the key").hover();
  await message(one, "The guard keeps the key").getByRole("button", { name: "Edit" }).click();
  await one.getByRole("textbox", { name: "Edit message" }).fill("The guard keeps both keys");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(message(other, "both keys")).toContainText("Edited");

  await message(other, "both keys").tap();
  await message(other, "both keys").getByRole("button", { name: "React" }).click();
  await other.getByRole("button", { name: "Compassion" }).click();
  await expect(
    message(one, "both keys").getByRole("button", { name: "Compassion 1" }),
  ).toBeVisible();

  await choose(one, message(one, "both keys"), "Withdraw");
  await expect(message(other, "Message withdrawn")).toBeVisible();
  await expect(message(other, "both keys")).toHaveCount(0);
  await one.getByRole("button", { name: "Undo" }).click();
  await expect(message(other, "both keys")).toBeVisible();
  await expect(message(other, "Message withdrawn")).toHaveCount(0);
});

test("what is written on one node stands unread on the home screen of the other", async ({
  openAs,
}) => {
  const [ana, ben] = group.members;
  const thread = await startThread(ana, group.id, { title: "Who opens early" });
  const home = await openAs({ ...ben, url: nodes[1].url }, phone);
  const row = home.getByRole("main").getByRole("link", { name: /Who opens early/ });
  await home.goto("/");
  await live(home);
  await expect(row.first()).toContainText(/1\s*new messages/);

  const one = await openAs(ana);
  await one.goto(thread.path);
  await live(one);
  await write(one, "I can open on Friday");
  await expect(row.first()).toContainText(/2\s*new messages/);
  await expect(row.first()).toContainText("I can open on Friday");
});
