import type { Page } from "@playwright/test";
import { link, live, write } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";
import { arrived, expect, expectAllOnce, test, waiting } from "./over-line.ts";

// A phone whose battery was out, or whose owner crossed a border: the clock jumps by hours. Timers do not follow it.

const HOURS = 3_600_000;

/** Gives the page a clock that can be set. */
function makeClock(): void {
  const Right = Date;
  let by = 0;
  globalThis.Date = class extends Right {
    constructor(...given: [number]) {
      super(...(given.length > 0 ? given : ([Right.now() + by] as [number])));
    }
    static override now(): number {
      return Right.now() + by;
    }
  } as DateConstructor;
  Object.assign(globalThis, { setClock: (to: number) => (by = to) });
}

const setClock = (page: Page, by: number): Promise<void> =>
  page.evaluate(
    (to) => (globalThis as unknown as { setClock: (by: number) => void }).setClock(to),
    by,
  );

test("the clock is set back and forward by hours: the link's word stays honest, and nothing is lost", async ({
  openOverLine,
  line,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const [who = coordinator] = members;
  const page = await openOverLine(who);
  await page.addInitScript(makeClock);
  await page.goto(thread.path);
  await live(page);
  const others: string[] = [];
  const own: string[] = [];
  const say = async (text: string) => {
    others.push(text);
    await send(coordinator, thread.id, text);
  };
  for (const [name, by] of [
    ["two hours back", -2 * HOURS],
    ["five hours on", 5 * HOURS],
  ] as const) {
    await setClock(page, by);
    await say(`While it is ${name}`);
    await expect(arrived(page, `While it is ${name}`)).toBeVisible();
    await expect(link(page, "Live")).toBeVisible();
    own.push(`Written ${name}`, `Written ${name}, without a link`);
    await write(page, `Written ${name}`);
    await expect(arrived(page, `Written ${name}`)).toHaveCount(1);

    // The clock is set again after the link is gone: what it said before is worth nothing.
    line.take();
    await page.waitForTimeout(500);
    await setClock(page, 0);
    await expect(link(page, "Delayed")).toBeVisible();
    await say(`Away, ${name}`);
    await write(page, `Written ${name}, without a link`);
    await expect(page.getByText(waiting)).toHaveCount(1);
    await setClock(page, by);
    line.give();
    await expect(arrived(page, `Away, ${name}`)).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText(waiting)).toHaveCount(0);
    await expect(link(page, "Live")).toBeVisible();
  }
  await expectAllOnce(page, { who, threadId: thread.id, written: [others, own] });
});
