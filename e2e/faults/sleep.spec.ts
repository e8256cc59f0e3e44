import { link, live, write } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";
import { arrived, expect, expectAllOnce, test, waiting } from "./over-line.ts";

test("a tab that was frozen while its link broke catches up when it is woken", async ({
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
  const browser = await page.context().newCDPSession(page);
  line.take();
  await write(page, "Written just before");
  await expect(page.getByText(waiting)).toHaveCount(1);

  await browser.send("Page.setWebLifecycleState", { state: "frozen" });
  const others = ["One while it slept", "Two while it slept", "Three while it slept"];
  for (const text of others) await send(coordinator, thread.id, text);
  line.give();
  await new Promise((resolve) => setTimeout(resolve, 5_000));

  await browser.send("Page.setWebLifecycleState", { state: "active" });
  await expect(arrived(page, "Three while it slept")).toBeVisible({ timeout: 20_000 });
  await expect(arrived(page, "Written just before")).toHaveCount(1, { timeout: 20_000 });
  await expect(link(page, "Live")).toBeVisible();
  await expectAllOnce(page, {
    who,
    threadId: thread.id,
    written: [others, ["Written just before"]],
  });
});

test("a lid that was closed for ten minutes: a link that only looks whole is not believed", async ({
  openOverLine,
  line,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const [who = coordinator] = members;
  const page = await openOverLine(who);
  await page.clock.install();
  await page.goto(thread.path);
  await live(page);

  // The other end has long forgotten this one, and nothing tells it so.
  line.hold();
  const others = ["One in those minutes", "Two in those minutes"];
  for (const text of others) await send(coordinator, thread.id, text);
  await page.clock.fastForward("10:00");
  await expect(link(page, "Delayed")).toBeVisible();
  await expect(arrived(page, "One in those minutes")).toHaveCount(0);
  await write(page, "Written on waking");

  line.release();
  await expect(link(page, "Live")).toBeVisible({ timeout: 25_000 });
  await expect(arrived(page, "Written on waking")).toHaveCount(1, { timeout: 25_000 });
  await expectAllOnce(page, { who, threadId: thread.id, written: [others, ["Written on waking"]] });
});
