import { link, live, write } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";
import { arrived, expect, expectAllOnce, test, waiting } from "./over-line.ts";

// The network goes and nobody tells the browser: connections break, and new ones are not to be had.

test("cut and back: what others wrote meanwhile comes, and what was written goes out, each once", async ({
  openOverLine,
  line,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const [who = coordinator] = members;
  const page = await openOverLine(who);
  await page.goto(thread.path);
  await live(page);
  const others = ["Before it", "The road is out", "Use the bridge", "The bridge is shut too"];
  const own = ["Is anybody there?", "I walk from here", "Down at the river"];
  await send(coordinator, thread.id, "Before it");
  await expect(arrived(page, "Before it")).toBeVisible();

  line.take();
  for (const text of others.slice(1)) await send(coordinator, thread.id, text);
  await write(page, "Is anybody there?");
  await write(page, "I walk from here");
  await expect(link(page, "Delayed")).toBeVisible();
  await expect(page.getByText(waiting)).toHaveCount(2);
  await expect(link(page, "Offline")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/up to \d/)).toBeVisible();
  await expect(arrived(page, "The road is out")).toHaveCount(0);

  line.give();
  await expect(link(page, "Live")).toBeVisible({ timeout: 20_000 });
  await expectAllOnce(page, { who, threadId: thread.id, written: [others, own.slice(0, 2)] });

  // For a moment nothing comes through, and nothing breaks: no word of it, and nothing is missing.
  line.hold();
  await send(coordinator, thread.id, "Stay where you are");
  await write(page, "Down at the river");
  await page.waitForTimeout(4_000);
  await expect(link(page, "Live")).toBeVisible();
  line.release();
  const all = [...others, "Stay where you are"];
  await expect(page.getByText("Stay where you are")).toBeVisible();
  await expect(arrived(page, "Down at the river")).toHaveCount(1);
  await expectAllOnce(page, { who, threadId: thread.id, written: [all, own] });
});
