import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type Axe from "axe-core";

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What was asked for is there, and so are the parts that come after it. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".skeleton-word")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

/** A picture for people to look at; `npm run e2e` leaves it in test-results/screens. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.png`, animations: "disabled" });
}

/**
 * No violation of WCAG 2.2 A and AA, nor of what is known to serve people well. Straight in the page, which has no
 * frames: what goes through them loads the library twice for every look, and that takes longer than the look.
 */
export async function axe(page: Page, { only }: { only?: string } = {}): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
      );
    },
    only ? { type: "rule" as const, values: [only] } : { type: "tag" as const, values: rules },
  );
  expect(found).toEqual([]);
}

/**
 * Nothing is wider than the screen: neither the page nor a part that scrolls up and down. Code blocks and the row of
 * tabs may scroll sideways in their own frame.
 */
export async function fits(page: Page, width: number): Promise<void> {
  const height = page.viewportSize()?.height ?? 740;
  await page.setViewportSize({ width, height });
  const wide = () =>
    page.evaluate((limit) => {
      const parts = [...document.querySelectorAll("*")].filter(
        (part) =>
          /auto|scroll/.test(getComputedStyle(part).overflowX) &&
          !part.matches("pre, textarea, nav[aria-label=Group]") &&
          part.scrollWidth > part.clientWidth + 1,
      );
      const page = document.scrollingElement;
      return [...(page && page.scrollWidth > limit ? [page] : []), ...parts].map(
        (part) => `${part.tagName}.${part.className} is ${part.scrollWidth} wide at ${limit}`,
      );
    }, width);
  await expect.poll(wide).toEqual([]);
}

/** The same page with everything that starts on the left starting on the right. */
export async function turn(page: Page, direction: "rtl" | "ltr"): Promise<void> {
  const url = new URL(page.url());
  url.searchParams.set("dir", direction);
  await page.goto(url.href);
  await settle(page);
}
