import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

// What a person finds on the screens, by its role and its name.

/** A cheap phone held upright. Its finger is coarse: Enter breaks the line there. */
export const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
} as const;
export const desk = { viewport: { width: 1280, height: 800 } } as const;

export function log(page: Page): Locator {
  return page.getByRole("log", { name: "Messages" });
}

/** The messages that have this text in them. */
export function message(page: Page, text: string | RegExp): Locator {
  return log(page).getByRole("article").filter({ hasText: text });
}

export function box(page: Page): Locator {
  return page.getByRole("textbox", { name: "Message", exact: true });
}

export async function write(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(box(page)).toHaveValue("");
}

/** One word for the link, in the header. */
export function link(page: Page, word: "Live" | "Delayed" | "Offline"): Locator {
  return page.locator("header").getByText(word);
}

/** The page is live, and what it loads after what is there to be read has come. */
export async function live(page: Page): Promise<void> {
  await expect(link(page, "Live")).toBeVisible();
  await page.waitForLoadState("networkidle");
}

/** An act of a message's menu. */
export async function choose(page: Page, on: Locator, act: string): Promise<void> {
  await on.hover();
  await on.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: act }).click();
}
