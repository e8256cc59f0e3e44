import { signUp } from "../api.ts";
import { expect, test } from "../journey.ts";
import { mailTo } from "../mailbox.ts";
import { phone } from "../screen.ts";
import { axe, fits } from "../screens/look.ts";

// A manager's way from nothing to a network with a group and who leads it, step by step, left and come back to.

test("a manager sets a network up on a phone: leaves in between, comes back, and finds what is missing", async ({
  openAs,
  product,
}) => {
  test.slow();
  const manager = await signUp(product.url, "Miriam Oduya");
  const page = await openAs(manager, phone);
  await page.goto("/");
  await page.getByRole("button", { name: "Create a network" }).click();
  const making = page.getByRole("dialog");
  await making.getByRole("textbox", { name: "Name" }).fill("Midwives of the lakes");
  const slug = `lakes-${Date.now().toString(36)}`;
  await making.getByRole("textbox", { name: "Address" }).fill(slug);
  await making.getByRole("button", { name: "Create the network" }).click();

  await expect(page).toHaveURL(new RegExp(`/networks/${slug}/set-up$`));
  const steps = page.getByRole("list", { name: "Steps" });
  const step = (name: string) => steps.getByRole("link", { name: new RegExp(`^${name}`) });
  await expect(page.getByText("0 of 6 steps are done")).toBeVisible();
  await expect(step("Name and look")).toHaveAttribute("aria-current", "step");
  await page.getByRole("textbox", { name: "What it is for" }).fill("For all who catch babies.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("1 of 6 steps are done")).toBeVisible();
  await fits(page, 320);
  await axe(page);
  await fits(page, 360);

  // What is missing leads back from the network's own page, to the first step that is.
  await page.goto(`/networks/${slug}`);
  await page.getByRole("link", { name: "Go on setting up" }).click();
  await expect(step("Countries and languages")).toHaveAttribute("aria-current", "step");
  await page.getByRole("combobox", { name: "Countries" }).selectOption("ZM");
  await page.getByRole("combobox", { name: "Languages" }).selectOption("en");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("2 of 6 steps are done")).toBeVisible();

  // Any step at any time: here the one after the next.
  await step("Programmes").click();
  await page.getByRole("button", { name: "Make a programme" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Safe nights");
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByText("3 of 6 steps are done")).toBeVisible();
  await expect(steps.getByRole("link", { name: /Safe nights/ })).toBeVisible();

  await step("Organisations").click();
  await page.getByRole("button", { name: "Add an organisation" }).click();
  const adding = page.getByRole("dialog");
  await adding.getByRole("textbox", { name: "Name" }).fill("Ndola Hospital");
  await adding.getByRole("combobox", { name: "Country" }).selectOption("ZM");
  await adding.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("4 of 6 steps are done")).toBeVisible();

  await step("Coordinators").click();
  await expect(page.getByText("Create a group first")).toBeVisible();
  await step("Groups").click();
  await page.getByRole("button", { name: "Create a group" }).click();
  const grouping = page.getByRole("dialog");
  await grouping.getByRole("textbox", { name: "Name" }).fill("Ndola nights");
  await grouping.getByRole("button", { name: "Create the group" }).click();
  await expect(page.getByText("5 of 6 steps are done")).toBeVisible();

  await page.getByRole("link", { name: "Next: Coordinators" }).click();
  await expect(page.getByText("No coordinator yet")).toBeVisible();
  await page.getByRole("button", { name: "Invite coordinators to Ndola nights" }).click();
  const address = `thandiwe-${slug}@example.org`;
  await page.getByRole("textbox", { name: "E-mail addresses" }).fill(address);
  await page.getByRole("button", { name: "Send the invitations" }).click();
  await expect(page.getByText("6 of 6 steps are done")).toBeVisible();
  await fits(page, 320);
  await axe(page);
  expect((await mailTo(product.url, address)).text).toContain("Ndola nights");

  await page.getByRole("link", { name: "To the network" }).click();
  await expect(page.getByRole("link", { name: /Ndola nights/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Go on setting up" })).toHaveCount(0);
});
