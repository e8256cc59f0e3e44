import { expect, test } from "../journey.ts";
import { live, phone } from "../screen.ts";
import { makeGroup } from "../world.ts";

// What a programme team keeps: who stands behind a programme, in which waves its groups run, and what became of whom.

test("a manager runs a group in a wave; a member on a phone sees it come", async ({
  openAs,
  product,
}) => {
  const { manager, members, slug } = await makeGroup(product.url, { name: "Kitwe" });
  const [member = null] = members;
  const small = await openAs(member, phone);
  await small.goto(`/networks/${slug}/programmes`);
  await expect(small.getByText("No programmes yet")).toBeVisible();
  await live(small);

  const page = await openAs(manager);
  await page.goto(`/networks/${slug}/organisations`);
  await page.getByRole("button", { name: "Add one" }).click();
  const adding = page.getByRole("dialog");
  await adding.getByRole("textbox", { name: "Name" }).fill("Copperbelt Fund");
  await adding.getByRole("combobox", { name: "What it is" }).selectOption("Funder");
  await adding.getByRole("button", { name: "Add it" }).click();
  await expect(adding.getByText("Choose the country that it is in.")).toBeVisible();
  await adding.getByRole("combobox", { name: "Country" }).selectOption("Zambia");
  await adding.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Copperbelt Fund" })).toBeVisible();

  await page.goto(`/networks/${slug}/programmes`);
  await page.getByRole("button", { name: "Make a programme" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Leading at the bedside");
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Leading at the bedside" }),
  ).toBeVisible();
  await expect(small.getByRole("link", { name: /Leading at the bedside/ })).toBeVisible();
  await small.getByRole("link", { name: /Leading at the bedside/ }).click();

  await page.getByRole("button", { name: "Add a wave" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Pilot");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(small.getByRole("listitem").filter({ hasText: "Pilot" })).toBeVisible();

  await page.getByRole("button", { name: "Add one" }).click();
  await page.getByRole("searchbox", { name: "Organisation" }).fill("copper");
  await page.getByRole("radio", { name: "Copperbelt Fund" }).check();
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(small.getByRole("link", { name: "Copperbelt Fund" })).toBeVisible();

  await page.getByRole("button", { name: "Place a group" }).click();
  const placing = page.getByRole("dialog");
  await placing.getByRole("combobox", { name: "Group" }).selectOption("Kitwe");
  await placing.getByRole("combobox", { name: "Wave" }).selectOption("Pilot");
  await placing.getByRole("button", { name: "Place it" }).click();
  await expect(placing.getByText("Kitwe is placed.")).toBeVisible();
  await placing.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: /Kitwe/ })).toBeVisible();
  const figures = page.getByRole("region", { name: "Waves side by side" });
  await expect(figures.getByRole("row", { name: /Members now/ })).toContainText("1");
  // Members see who belongs where; to compare is for managers.
  await expect(small.getByRole("region", { name: "Waves side by side" })).toHaveCount(0);
});

test("what an organisation was called and went into stays true, and can be taken back", async ({
  openAs,
  product,
}) => {
  const { manager, slug } = await makeGroup(product.url, { members: 0 });
  const page = await openAs(manager, phone);
  for (const name of ["Moorlands Partnership", "Moorlands Board"]) {
    await page.goto(`/networks/${slug}/organisations`);
    await page.getByRole("button", { name: "Add one" }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
    await page.getByRole("dialog").getByRole("combobox", { name: "Country" }).selectOption("GB");
    await page.getByRole("button", { name: "Add it" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await page.getByRole("button", { name: "Rename it" }).click();
  await page.getByRole("textbox", { name: "New name", exact: true }).fill("Moorlands Care Board");
  await page.getByRole("textbox", { name: "First day of the new name" }).fill("2022-07-01");
  await page.getByRole("dialog").getByRole("button", { name: "Rename it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Moorlands Care Board" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Moorlands Board" })).toBeVisible();

  await page.goto(`/networks/${slug}/organisations?q=partnership`);
  await page.getByRole("link", { name: /Moorlands Partnership/ }).click();
  await page.getByRole("button", { name: "It is no more" }).click();
  await page.getByRole("searchbox", { name: "What carries it on" }).fill("moorlands");
  await page.getByRole("radio", { name: "Moorlands Care Board" }).check();
  await page.getByRole("button", { name: "Enter it" }).click();
  await expect(page.getByText("Carried on by")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "It is no more" })).toBeVisible();
});
