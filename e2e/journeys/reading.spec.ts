import { ask, type Person, tell } from "../api.ts";
import { expect, test } from "../journey.ts";
import { choose, live, message, phone } from "../screen.ts";
import { type Group, makeGroup, send, startThread, type Thread } from "../world.ts";

// A thread that somebody left half-read: 60 messages, read up to the 40th.

let group: Group;
let reader: Person;
let thread: Thread;
const line = (seq: number): string => `Line ${String(seq).padStart(2, "0")} of the night book.`;

test.beforeEach(async ({ product }) => {
  group ??= await makeGroup(product.url, { members: 2 });
  const [ana = group.coordinator, ben = ana] = group.members;
  reader = ben;
  thread = await startThread(group.coordinator, group.id, { title: "Night book", body: line(1) });
  const early: string[] = [];
  for (let seq = 2; seq <= 60; seq += 1) {
    const by = seq % 3 === 0 ? ana : group.coordinator;
    const { id } = await send(by, thread.id, line(seq), seq === 59 ? (early[3] ?? null) : null);
    early.push(id);
  }
  await tell(reader, "markRead", { threadId: thread.id, seq: 40 });
});

async function lastRead(): Promise<number> {
  const query = "query($id: ID!) { thread: node(id: $id) { ... on Thread { lastReadSeq } } }";
  const answer = await ask<{ thread: { lastReadSeq: number } }>(reader, query, { id: thread.id });
  return answer.thread.lastReadSeq;
}

test("it opens at the first unread message, and is read by being seen", async ({ openAs }) => {
  const page = await openAs(reader, phone);
  await page.goto(thread.path);
  await live(page);
  await expect(page.getByText("New messages", { exact: true })).toBeInViewport();
  await expect(message(page, line(41))).toBeInViewport();
  await expect(message(page, line(60))).not.toBeInViewport();
  await expect(page.getByText(/unread since/)).toBeVisible();
  await expect.poll(lastRead).toBeGreaterThan(40);
  expect(await lastRead()).toBeLessThan(60);

  const jump = page.getByRole("button", { name: /Jump to latest/ });
  await jump.click();
  await expect(message(page, line(60))).toBeInViewport();
  await expect(jump).toHaveCount(0);
  await expect.poll(lastRead).toBe(60);
  await expect(page.getByText(/unread since/)).toHaveCount(0);

  // The line stays where it was until the thread is left.
  await message(page, line(60)).press("PageUp");
  await expect(page.getByText("New messages", { exact: true })).toHaveCount(1);
});

test("all of it is read by one press, without scrolling through", async ({ openAs }) => {
  const page = await openAs(reader);
  await page.goto(thread.path);
  await live(page);
  await page.getByRole("button", { name: "Mark as read" }).click();
  await expect.poll(lastRead).toBe(60);
});

test("marked unread from a message, it waits again from there", async ({ openAs }) => {
  await tell(reader, "markRead", { threadId: thread.id, seq: 60 });
  const page = await openAs(reader);
  await page.goto(`${thread.path}?message=55`);
  await live(page);
  await choose(page, message(page, line(55)), "Mark unread from here");
  await expect(page.getByText("Marked unread from here.")).toBeVisible();
  expect(await lastRead()).toBe(54);

  await page.getByRole("link", { name: "Home", exact: true }).first().click();
  const row = page.getByRole("main").getByRole("link", { name: /Night book/ });
  await expect(row.filter({ hasText: /6\s*new messages/ })).toHaveCount(1);
  await page.goto(thread.path);
  await expect(page.getByText("New messages", { exact: true })).toBeInViewport();
  await expect(message(page, line(55))).toBeInViewport();
});

test("a permalink opens at its message, with what stands before and after", async ({ openAs }) => {
  const page = await openAs(reader);
  await page.goto(`${thread.path}?message=20`);
  await expect(message(page, line(20))).toBeInViewport();
  await expect(message(page, line(20))).toHaveClass(/bg-clay-soft/);
  await expect(message(page, line(19))).toBeVisible();
  await expect(message(page, line(21))).toBeVisible();
  await live(page);
  await message(page, line(20)).focus();
  await page.keyboard.press("Home");
  await expect(message(page, line(1))).toBeInViewport();
  await page.getByRole("button", { name: /Jump to latest/ }).click();
  await expect(message(page, line(60))).toBeInViewport();
});

test("a quote leads to the message that it quotes", async ({ openAs }) => {
  const page = await openAs(reader, phone);
  await page.goto(`${thread.path}?message=59`);
  await live(page);
  const quote = message(page, line(59)).getByRole("button", { name: /Go to the quoted message/ });
  await expect(quote).toContainText(line(5));
  await quote.click();
  const quoted = message(page, line(5)).and(page.locator('[data-seq="5"]'));
  await expect(quoted).toBeInViewport();
  await expect(quoted).toHaveClass(/bg-clay-soft/);
});
