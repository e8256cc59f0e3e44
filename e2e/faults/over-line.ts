import type { BrowserContextOptions, Locator, Page } from "@playwright/test";
import { ask, type Person } from "../api.ts";
import { expect, test as base } from "../journey.ts";
import { log, message } from "../screen.ts";
import { Line } from "./line.ts";

export { expect };

export const waiting = "Saved on this device, sends when the link is back";

/** A screen so high that every message of a journey is drawn. */
const high = { viewport: { width: 900, height: 2_400 } } as const;

interface Fixtures {
  line: Line;
  /** A browser that reaches the world by `line` alone. */
  openOverLine: (who: Person, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  line: async ({}, use) => {
    const line = await Line.open();
    await use(line);
    await line.close();
  },
  openOverLine: async ({ openAs, line }, use) => {
    await use((who, options) => openAs(who, { ...high, proxy: line.proxy, ...options }));
  },
});

/** A message on the screen that is in the thread, and not one that waits to be sent. */
export function arrived(page: Page, text: string): Locator {
  return message(page, text).and(page.locator("[data-seq]"));
}

/** The messages on the screen from top to bottom, each with its number in the thread. */
async function onScreen(page: Page): Promise<[seq: number, text: string][]> {
  return log(page).evaluate((list) =>
    [...list.querySelectorAll<HTMLElement>("[data-seq]")]
      .map((one) => ({ one, top: one.getBoundingClientRect().top }))
      .toSorted((a, b) => a.top - b.top)
      .map(({ one }) => [
        Number(one.dataset["seq"]),
        one.querySelector<HTMLElement>(".prose-light")?.innerText ?? "",
      ]),
  );
}

interface Texts {
  who: Person;
  threadId: string;
  /** In the order in which they were written by each of them; the first is the thread's own. */
  written: readonly (readonly string[])[];
}

/**
 * Everything that was written, by this page or by others, is in the thread once, in its writer's order, and on the
 * screen as it is in the thread.
 */
export async function expectAllOnce(page: Page, { who, threadId, written }: Texts): Promise<void> {
  const query = `query($id: ID!) { thread: node(id: $id) { ... on Thread {
    messages(first: 100) { nodes { seq body } } } } }`;
  const { thread } = await ask<{
    thread: { messages: { nodes: { seq: number; body: string }[] } };
  }>(who, query, { id: threadId });
  const { nodes } = thread.messages;
  const bodies = nodes.map(({ body }) => body);
  expect(bodies.slice(1).toSorted()).toEqual(written.flat().toSorted());
  for (const own of written) expect(bodies.filter((body) => own.includes(body))).toEqual(own);
  await expect.poll(() => onScreen(page)).toEqual(nodes.map(({ seq, body }) => [seq, body]));
  await expect(page.getByText(waiting)).toHaveCount(0);
}
