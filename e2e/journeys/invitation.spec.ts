import type { Page } from "@playwright/test";
import { newAddress, signUp, tell } from "../api.ts";
import { expect, test } from "../journey.ts";
import { mailTo } from "../mailbox.ts";
import { live, message, phone, write } from "../screen.ts";
import { makeGroup, makeLink, startThread } from "../world.ts";

// From an invitation to the first message: the first ten minutes of everybody here.

async function signUpToJoin(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole("link", { name: "Make an account and join" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("four words in a row");
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByText(`You are signed in as ${name}`)).toBeVisible();
  await page.getByRole("button", { name: "Join the group" }).click();
}

test("by link, on a phone: sign up, join, write; the coordinator sees it come", async ({
  openAs,
  product,
}) => {
  const { coordinator, path, name, id } = await makeGroup(product.url, { members: 0 });
  const thread = await startThread(coordinator, id);

  const desk = await openAs(coordinator);
  await desk.goto(`${path}/invite`);
  await desk.getByRole("button", { name: "Make a link" }).click();
  const link = await desk.getByRole("textbox", { name: "The link" }).inputValue();
  expect(link).toMatch(/\/join\/.{20,}/);
  await desk.goto(thread.path);
  await live(desk);

  const page = await openAs(null, phone);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: `You are invited to ${name}` })).toBeVisible();
  await signUpToJoin(page, "Nasilele Mutti", newAddress());

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("link", { name: /Handover in the rain/ }).click();
  await expect(message(page, "when the road is wet")).toBeVisible();
  await write(page, "We call each other by radio. Good morning from the river.");
  await expect(message(desk, "Good morning from the river")).toBeVisible();
  await expect(message(desk, "Good morning from the river")).toContainText("Nasilele Mutti");
});

test("by mail: the letter's link brings the new member in", async ({ openAs, product }) => {
  const { coordinator, path, name } = await makeGroup(product.url, { members: 0 });
  const email = newAddress();
  const desk = await openAs(coordinator);
  await desk.goto(`${path}/invite`);
  await desk.getByRole("textbox", { name: "E-mail addresses" }).fill(email);
  await desk.getByRole("textbox", { name: "A word from you" }).fill("Come and think with us.");
  await desk.getByRole("button", { name: "Send the invitations" }).click();
  await expect(desk.getByText("The mail is on its way.")).toBeVisible();

  const mail = await mailTo(product.url, email);
  expect(mail.text).toContain("Come and think with us.");
  const page = await openAs(null, phone);
  await page.goto(mail.link);
  await signUpToJoin(page, "Bwalya Tembo", email);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await desk.goto(`${path}/members`);
  await expect(desk.getByRole("link", { name: "Bwalya Tembo" })).toBeVisible();
});

test("a link that was cut off, or used up, says so in plain words", async ({ openAs, product }) => {
  const { coordinator, id } = await makeGroup(product.url, { members: 0 });
  const page = await openAs(null, phone);
  await page.goto("/join/not-a-token");
  await expect(page.getByRole("heading", { name: "There is no such invitation" })).toBeVisible();

  const token = await makeLink(coordinator, id);
  await tell(await signUp(product.url, "Somebody else"), "acceptInvitation", { token });
  await page.goto(`/join/${token}`);
  await expect(page.getByRole("heading", { name: "already used" })).toBeVisible();
});
