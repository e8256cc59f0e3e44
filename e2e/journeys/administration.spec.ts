import { randomUUID } from "node:crypto";
import { signUp } from "../api.ts";
import { expect, test } from "../journey.ts";
import { mailTo } from "../mailbox.ts";
import { live, phone } from "../screen.ts";

// A network is set up in an afternoon: its cohorts, and the people who will look after them.

const cohorts = ["Kitwe", "Ndola", "Lusaka", "Chipata", "Mongu"];

test("a manager comes from an empty network to five cohorts with coordinators invited by a list", async ({
  openAs,
  product,
}) => {
  const [manager, ...coordinators] = await Promise.all(
    ["Miriam Oduya", ...cohorts.map((place) => `Coordinator of ${place}`)].map((name) =>
      signUp(product.url, name),
    ),
  );
  const page = await openAs(manager ?? null);
  await page.goto("/");
  await page.getByRole("button", { name: "Create a network" }).click();
  const slug = `zambia-${randomUUID().slice(0, 8)}`;
  await page.getByRole("textbox", { name: "Name" }).fill("Zambia");
  await page.getByRole("textbox", { name: "Address" }).fill(slug);
  await page.getByRole("button", { name: "Create the network" }).click();
  await page.waitForURL(`**/networks/${slug}/**`);
  const network = `/networks/${slug}`;
  for (const name of cohorts) {
    await page.goto(network);
    await page.getByRole("button", { name: "Create a group" }).first().click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Create the group" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  // As a spreadsheet of a country with commas in its numbers writes it, with a line that cannot be right.
  const lines = coordinators.map(
    ({ email, name }, at) => `${email.toUpperCase()};${name};${cohorts[at]};Coordinator`,
  );
  const list = ["\ufeffE-mail;Name;Cohort;Role", ...lines, "nobody;=1+1;Kitwe;Coordinator"];
  await page.goto(network);
  await page.getByRole("link", { name: "Invite many people" }).click();
  await page.getByLabel("Or a file (CSV)").setInputFiles({
    name: "coordinators.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(list.join("\r\n")),
  });
  await expect(page.getByRole("textbox", { name: "People" })).toHaveValue(/Kitwe;Coordinator/);
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("No e-mail address: 1")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "1 coordinator" })).toHaveCount(5);
  await live(page);
  await page.getByRole("button", { name: "Send 5 invitations" }).click();
  await expect(page.getByText("5 of 5")).toBeVisible();
  await expect(page.getByText("Invited: 5")).toBeVisible();

  const [first] = coordinators;
  const mail = await mailTo(product.url, first?.email ?? "");
  const small = await openAs(first ?? null, phone);
  await small.goto(mail.link);
  await small.getByRole("button", { name: "Join the group" }).click();
  await expect(small.getByRole("heading", { level: 1, name: "Kitwe" })).toBeVisible();

  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Take back what nobody has used" }).click();
  await expect(page.getByText("Taken back: 4")).toBeVisible();
  await expect(page.getByText("Kept: they are in: 1")).toBeVisible();
  const late = await mailTo(product.url, coordinators[1]?.email ?? "");
  await small.goto(late.link);
  await expect(small.getByRole("heading", { name: "taken back" })).toBeVisible();
  await page.goto(`${network}/acts`);
  await expect(page.getByRole("link", { name: "Invitations from a list" })).toBeVisible();
});
