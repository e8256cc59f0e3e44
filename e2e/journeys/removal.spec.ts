import { expect, test } from "../journey.ts";
import { live, message, phone, write } from "../screen.ts";
import { makeGroup, startThread } from "../world.ts";

test("whoever is removed has their open screen closed at once, with a plain notice", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id, path } = await makeGroup(product.url, { members: 2 });
  const thread = await startThread(coordinator, id, { body: "For members only" });
  const [removed, stays] = members;
  const page = await openAs(removed, phone);
  const other = await openAs(stays);
  const desk = await openAs(coordinator);
  await Promise.all([page.goto(thread.path), other.goto(thread.path)]);
  await Promise.all([live(page), live(other)]);
  await expect(message(page, "For members only")).toBeVisible();

  await desk.goto(`${path}/members`);
  await desk.getByRole("button", { name: `What to do about ${removed.name}` }).click();
  await desk.getByRole("menuitem", { name: "Remove from the group" }).click();
  await desk.getByRole("button", { name: "Remove", exact: true }).click();

  await expect(page.getByText("You are no longer in this group", { exact: true })).toBeVisible();
  await expect(page.getByText("For members only")).toHaveCount(0);
  await expect(desk.getByRole("link", { name: removed.name })).toHaveCount(0);

  // The others talk on, and what they say does not reach the removed person again.
  const heard: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString())),
  );
  await write(other, "We go on without them");
  await expect(message(other, "We go on without them")).toBeVisible();
  await page.goto(thread.path);
  await expect(page.getByText("There is nothing here that you can see.")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(page.getByText("We go on without them")).toHaveCount(0);
  expect(heard.join()).not.toContain("We go on without them");
});
