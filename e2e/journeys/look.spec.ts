import { expect, test } from "../journey.ts";
import { live, phone } from "../screen.ts";
import { makeGroup } from "../world.ts";

// A network's look: chosen by a manager, worn at once by the open pages of it, then by those of its groups, and by no others.

test("a manager gives the network a look that a member sees at once; another manager is asked first", async ({
  openAs,
  product,
}) => {
  const { manager, members, slug, path } = await makeGroup(product.url);
  const [member = null] = members;
  const seen = await openAs(member, phone);
  await seen.goto(`/networks/${slug}`);
  await live(seen);
  const brand = () =>
    seen.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--brand"));
  const own = await brand();
  const other = await openAs(manager);
  await other.goto(`/networks/${slug}/edit`);
  await live(other);
  await other.getByRole("textbox", { name: "What it is for" }).fill("Kept as I wrote it");

  const page = await openAs(manager, phone);
  await page.goto(`/networks/${slug}`);
  await page.getByRole("link", { name: "Edit the network" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Midwives of the lakes");
  await page.getByText("Rose", { exact: true }).click();
  await page.getByRole("textbox", { name: "Letters of its mark" }).fill("ML");
  await page.getByRole("combobox", { name: "Countries" }).selectOption("ZM");
  await page.getByRole("combobox", { name: "Languages" }).selectOption("en");
  await page.getByRole("spinbutton", { name: "Members of a cohort" }).fill("12");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Everybody sees it now.")).toBeVisible();

  await expect(seen.getByRole("heading", { name: "Midwives of the lakes" })).toBeVisible();
  await expect.poll(brand).toContain("#96405f");
  await seen.getByRole("link", { name: "Programmes" }).click();
  await expect(seen.getByText("No programmes yet")).toBeVisible();
  await expect.poll(brand).toContain("#96405f");
  await seen.goto(path);
  await live(seen);
  await expect.poll(brand).toContain("#96405f");
  await seen.goto("/");
  await expect(seen.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await brand()).toBe(own);

  await expect(other.getByText("Somebody changed this network")).toBeVisible();
  await other.getByRole("button", { name: "Keep mine" }).click();
  await expect(other.getByRole("textbox", { name: "What it is for" })).toHaveValue(
    "Kept as I wrote it",
  );
  await expect(other.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(
    "Midwives of the lakes",
  );
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Saved. Everybody sees it now.")).toBeVisible();
});
