import { link, live, write } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";
import { arrived, expect, expectAllOnce, test } from "./over-line.ts";

// A cheap phone up the hill: what is called 2G, where a round trip takes between 0.3 and 4 seconds, one packet in fifty
// is lost and a connection breaks now and then.

const uphill = { latency: [150, 2_000], bytesPerSecond: 6_250, loss: 0.02, breaks: 0.003 } as const;

test("over 2G that loses packets and breaks, everything comes once and in order", async ({
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

  line.set(uphill);
  const others: string[] = [];
  const own: string[] = [];
  for (let turn = 1; turn <= 4; turn += 1) {
    others.push(`Said down in the valley, ${turn}`);
    await send(coordinator, thread.id, others.at(-1) ?? "");
    own.push(`Said up on the hill, ${turn}`);
    await write(page, own.at(-1) ?? "");
    if (turn !== 2) continue;
    // Once for certain, whatever luck the packets have. To come back takes several round trips, and it says so.
    line.cut();
    await expect(link(page, "Delayed")).toBeVisible();
  }
  await expect(link(page, "Live")).toBeVisible({ timeout: 25_000 });
  for (const text of [...others, ...own])
    await expect(arrived(page, text)).toHaveCount(1, { timeout: 25_000 });
  line.set();
  await expectAllOnce(page, { who, threadId: thread.id, written: [others, own] });
});
