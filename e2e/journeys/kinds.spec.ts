import { expect, test } from "../journey.ts";
import { choose, live, message, phone, write } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";

test("a question is asked, answered, and the answer accepted", async ({ openAs, product }) => {
  const { coordinator, members, path } = await makeGroup(product.url);
  const asker = await openAs(members[0] ?? null, phone);
  await asker.goto(path);
  await asker.getByRole("button", { name: "Start a thread" }).click();
  await asker.getByText("Question", { exact: true }).click();
  await asker.getByRole("textbox", { name: "Title" }).fill("Who keeps the key on Sunday?");
  await asker.getByRole("textbox", { name: "First message" }).fill("We found it under a stone.");
  await asker.getByRole("button", { name: "Start the thread" }).click();
  await expect(message(asker, "We found it under a stone.")).toBeVisible();
  await live(asker);

  const helper = await openAs(coordinator);
  await helper.goto(new URL(asker.url()).pathname);
  await live(helper);
  await write(helper, "The guard keeps it, and signs for it.");
  await expect(message(asker, "signs for it")).toBeVisible();
  await expect(message(asker, "signs for it")).toContainText("Coordinator");

  await message(asker, "signs for it").tap();
  await choose(asker, message(asker, "signs for it"), "Accept as the answer");
  for (const page of [asker, helper])
    await expect(page.getByRole("button", { name: /Accepted answer/ })).toContainText(
      "signs for it",
    );
  await helper.goto(path);
  await expect(helper.getByRole("link", { name: /Who keeps the key.*Answered/s })).toBeVisible();
});

test("an announcement is acknowledged, and the coordinator sees who has not", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, path } = await makeGroup(product.url, { members: 2 });
  const [ana, ben] = members;
  const desk = await openAs(coordinator);
  await desk.goto(path);
  await desk.getByRole("button", { name: "Start a thread" }).click();
  await desk.getByText("Announcement", { exact: true }).click();
  await desk.getByRole("textbox", { name: "Title" }).fill("The call moves to Friday");
  await desk.getByRole("textbox", { name: "First message" }).fill("At two, as always.");
  await desk.getByRole("checkbox", { name: /acknowledge/ }).check();
  await desk.getByRole("button", { name: "Start the thread" }).click();
  await expect(message(desk, "At two, as always.")).toBeVisible();
  await live(desk);
  await expect(desk.getByText("Nobody has acknowledged yet")).toBeVisible();

  const page = await openAs(ana ?? null, phone);
  await page.goto(path);
  await page.getByRole("link", { name: /The call moves to Friday.*Please acknowledge/s }).click();
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.getByText(/You did on/)).toBeVisible();
  await expect(desk.getByText("1 person has acknowledged")).toBeVisible();

  await desk.getByRole("button", { name: "Thread menu" }).click();
  await desk.getByRole("menuitem", { name: "Who has not acknowledged" }).click();
  const waiting = desk.getByRole("dialog", { name: "Not acknowledged yet" });
  await expect(waiting.getByText(ben?.name ?? "")).toBeVisible();
  await expect(waiting.getByText(ana?.name ?? "")).toHaveCount(0);
});

test("a closed thread is closed on open screens, and opens again on them", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id, { kind: "DISCUSSION", title: "To be closed" });
  const page = await openAs(members[0] ?? null, phone);
  await page.goto(thread.path);
  await live(page);
  const desk = await openAs(coordinator);
  await desk.goto(thread.path);
  await desk.getByRole("button", { name: "Thread menu" }).click();
  await desk.getByRole("menuitem", { name: "Close the thread" }).click();
  await expect(page.getByText(/This thread is closed/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Message", exact: true })).toHaveCount(0);
  await desk.getByRole("button", { name: "Thread menu" }).click();
  await desk.getByRole("menuitem", { name: "Reopen the thread" }).click();
  await write(page, "Then I say one more thing.");
  await expect(message(desk, "one more thing")).toBeVisible();
  await send(coordinator, thread.id, "Said and heard.");
  await expect(message(page, "Said and heard.")).toBeVisible();
});
