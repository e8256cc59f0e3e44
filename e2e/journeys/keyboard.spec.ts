import type { Page } from "@playwright/test";
import { expect, test } from "../journey.ts";
import { box, live, log, message } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";

/** Where the keyboard stands, as a person would name it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement;
    return here?.getAttribute("aria-label") ?? here?.textContent?.trim() ?? "";
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
    if (name.test(passed.at(-1) ?? "")) return;
  }
  throw new Error(`Tab did not reach ${name} but: ${passed.join(" | ")}`);
}

test("read, quote, write, edit and look up the keys without a pointer", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id, { body: "The first of three." });
  await send(coordinator, thread.id, "The second of three.");
  await send(coordinator, thread.id, "The third of three.");
  const page = await openAs(members[0] ?? null);
  await page.goto(thread.path);
  await live(page);

  await tabTo(page, /^Skip to the page$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Thread menu$/);
  await tabTo(page, /^Messages$/);
  await page.keyboard.press("ArrowUp");
  await expect(message(page, "The third of three.")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(message(page, "The second of three.")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(message(page, "The second of three.")).toBeFocused();

  await page.keyboard.press("r");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("An answer");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("on two lines");
  await page.keyboard.press("Enter");
  const answer = message(page, "on two lines");
  await expect(answer).toBeVisible();
  await expect(answer.getByRole("button", { name: /Go to the quoted message/ })).toContainText(
    "second",
  );
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("");
  await expect(answer).toHaveAttribute("data-seq", "4");

  const editing = page.getByRole("textbox", { name: "Edit message" });
  await page.keyboard.press("ArrowUp");
  await expect(editing).toBeFocused();
  await page.keyboard.type(", and a word more");
  await page.keyboard.press("Enter");
  await expect(answer).toContainText("a word more");
  await expect(answer).toContainText("Edited");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(editing).toBeFocused();
  await page.keyboard.type("not this");
  await page.keyboard.press("Escape");
  await expect(box(page)).toBeFocused();
  await expect(log(page)).not.toContainText("not this");

  await page.keyboard.press("Shift+Tab");
  for (
    let presses = 0;
    presses < 8 && !(await focused(page)).startsWith("Message of");
    presses += 1
  )
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a name after @ is chosen with the arrows and stands in the message", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url, { members: 2 });
  const thread = await startThread(coordinator, id);
  const page = await openAs(coordinator);
  await page.goto(thread.path);
  await live(page);
  await box(page).focus();
  await page.keyboard.type("Thank you @be");
  await expect(page.getByRole("option", { name: "Ben Okello" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("Thank you @Ben Okello ");
  await page.keyboard.press("Enter");
  await expect(message(page, "Thank you @Ben Okello")).toBeVisible();

  const named = await openAs(members[1] ?? null);
  await named.goto("/inbox");
  await expect(named.getByRole("link", { name: /Thank you @Ben Okello/ }).last()).toBeVisible();
});
