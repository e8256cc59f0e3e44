import { expect, test } from "../journey.ts";
import { live, message, phone } from "../screen.ts";
import { makeGroup, startThread } from "../world.ts";

// A network's look: chosen by its manager, worn at once by every open screen inside it, and by no other network's.

test("a manager gives the network a look, and a member in a thread on a phone sees it at once", async ({
  openAs,
  product,
}) => {
  const { manager, members, id, slug } = await makeGroup(product.url);
  const [member = null] = members;
  const thread = await startThread(members[0]!, id);
  const small = await openAs(member, phone);
  await small.goto(thread.path);
  await expect(message(small, "How do you hand over").first()).toBeVisible();
  await live(small);
  const brand = () =>
    small.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--brand"));
  const own = await brand();

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
  await page.screenshot({ path: "test-results/network-edit-phone.png", fullPage: true });

  await expect.poll(brand).not.toBe(own);
  const worn = await brand();
  expect(worn).toContain("#96405f");

  // Opened anew, what is read is never seen in other colours first.
  await small.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      if (document.querySelector("article"))
        seen.push(getComputedStyle(document.documentElement).getPropertyValue("--brand"));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await small.reload();
  await expect(message(small, "How do you hand over").first()).toBeVisible();
  await live(small);
  const seen = await small.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBeGreaterThan(0);
  expect([...new Set(seen)]).toEqual([worn]);
});

test("two managers change a network at once: the second is told, and chooses", async ({
  openAs,
  product,
}) => {
  const { manager, slug } = await makeGroup(product.url, { members: 0 });
  const [one, two] = [await openAs(manager), await openAs(manager)];
  for (const page of [one, two]) {
    await page.goto(`/networks/${slug}/edit`);
    await live(page);
  }
  await two.getByRole("textbox", { name: "What it is for" }).fill("Kept as I wrote it");
  await one.getByRole("textbox", { name: "Name", exact: true }).fill("Theirs");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(two.getByText("Somebody changed this network")).toBeVisible();
  await expect(two.getByRole("textbox", { name: "What it is for" })).toHaveValue(
    "Kept as I wrote it",
  );
  await two.getByRole("button", { name: "Keep mine" }).click();
  await two.getByRole("button", { name: "Save" }).click();
  await expect(two.getByText("Saved. Everybody sees it now.")).toBeVisible();
});
