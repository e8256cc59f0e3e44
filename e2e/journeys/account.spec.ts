import type { Page } from "@playwright/test";
import { signIn, signUp } from "../api.ts";
import { expect, test } from "../journey.ts";
import { mailTo } from "../mailbox.ts";
import { live, message, phone } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a forgotten password is set anew by mail", async ({ openAs, product }) => {
  const { email } = await signUp(product.url, "Chipo Daka");
  const page = await openAs(null, phone);
  await page.goto("/sign-in");
  await enter(page, email, "not my password");
  await expect(page.getByRole("alert")).toContainText("do not belong together");
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue(email);

  await page.getByRole("link", { name: "Forgot your password?" }).click();
  // Until its page has come, the field of the same name is that of the page before.
  await expect(page.getByRole("heading", { name: "Set a new password" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("a mail is on its way")).toBeVisible();
  await expect.poll(async () => (await mailTo(product.url, email)).subject).toMatch(/password/i);
  const { link } = await mailTo(product.url, email);
  await page.goto(link);
  await page.getByRole("textbox", { name: "New password" }).fill("three new words");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await enter(page, email, "three new words");
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(signIn(product.url, email)).rejects.toThrow("401");

  // The link works once.
  const late = await openAs(null, phone);
  await late.goto(link);
  await late.getByRole("textbox", { name: "New password" }).fill("three other words");
  await late.getByRole("button", { name: "Set the password" }).click();
  await expect(late.getByText(/expired or was already used/)).toBeVisible();
});

test("signing out ends that device's session everywhere in its browser, and no other", async ({
  openAs,
  product,
}) => {
  const { members, coordinator, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const [member = coordinator] = members;
  const phoneTab = await openAs(member, phone);
  const otherTab = await phoneTab.context().newPage();
  const laptop = await openAs(await signIn(product.url, member.email));
  for (const page of [phoneTab, otherTab, laptop]) await page.goto(thread.path);
  for (const page of [phoneTab, otherTab, laptop]) await live(page);

  await phoneTab.goto("/me");
  await phoneTab.getByRole("button", { name: "Sign out" }).click();
  await expect(phoneTab.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(otherTab.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await phoneTab.goto("/inbox");
  await expect(phoneTab.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await send(coordinator, thread.id, "Still with us?");
  await expect(message(laptop, "Still with us?")).toBeVisible();
});

test("a link into a thread survives signing in", async ({ openAs, product }) => {
  const { members, coordinator, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  await send(coordinator, thread.id, "The very message");
  const page = await openAs(null, phone);
  await page.goto(`${thread.path}?message=2`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await enter(page, members[0]?.email ?? "", "baraza-demo");
  await expect(message(page, "The very message")).toBeInViewport();
  expect(page.url()).toBe(`${product.url}${thread.path}?message=2`);
});
