import { ask, signUp, tell, type Person } from "../api.ts";
import { expect, test } from "../journey.ts";
import { phone } from "../screen.ts";
import { makeGroup, makeLink } from "../world.ts";

/** A picture of one colour, 64 by 48 pixels. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAMAAACWlYwtAAAAA1BMVEUOWmCgAsRWAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGklEQVRIx+3BgQAAAADDoPlTX+AIVQEAAHwDDDAAAcvAQmMAAAAASUVORK5CYII=",
  "base64",
);

const list = (who: Person, networkId: string) =>
  tell(who, "listInDirectory", { networkId, on: true });

test("somebody tells of themselves with a picture, and each sees what is for them", async ({
  openAs,
  product,
}) => {
  const group = await makeGroup(product.url, { members: 2 });
  const [ana = group.coordinator] = group.members;
  const page = await openAs(ana, phone);
  await page.goto("/me");
  await page.getByRole("link", { name: "See and change your profile" }).click();

  await page.getByLabel("Choose a picture").setInputFiles({
    name: "not-a-picture.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg/>"),
  });
  await expect(page.getByRole("alert")).toContainText("no picture that can be taken");
  await page
    .getByLabel("Choose a picture")
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: PNG });
  await expect(page.getByRole("button", { name: "Choose another picture" })).toBeVisible();

  const work = page.getByRole("form", { name: "Your work" });
  await work.getByRole("combobox", { name: "Field", exact: true }).selectOption("MIDWIFERY");
  await work.getByRole("combobox", { name: "Country" }).selectOption("ZM");
  await work.getByRole("combobox", { name: "Who sees this: Career" }).selectOption("ONLY_ME");
  await work.getByRole("combobox", { name: "Career", exact: true }).selectOption("EARLY");
  await work.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.").first()).toBeVisible();

  const words = page.getByRole("form", { name: "In your words" });
  await words.getByRole("textbox", { name: "What you can help with" }).fill("Rotas at night");
  await words
    .getByRole("combobox", { name: "Who sees this: What you can help with" })
    .selectOption("GROUPS");
  await words.getByRole("button", { name: "Save" }).click();

  // A post that ends before it begins is told beside its field, and nothing typed is lost.
  const posts = page.getByRole("form", { name: "Your posts" });
  await posts.getByRole("button", { name: "Add a post" }).click();
  await posts.getByRole("textbox", { name: "Title" }).fill("Ward nurse");
  await posts.getByRole("textbox", { name: "Employer" }).fill("Ndola Central");
  await posts.getByLabel("From").fill("2020-01-01");
  await posts.getByLabel("To").fill("2019-01-01");
  await posts.getByRole("button", { name: "Save" }).click();
  await expect(posts.getByText("A post ends after it begins.")).toBeVisible();
  await posts.getByLabel("To").fill("2021-01-01");
  await posts.getByRole("button", { name: "Save" }).click();
  await expect(posts.getByText("A post ends after it begins.")).toBeHidden();

  await page.getByText("As my networks see it").click();
  await expect(page.getByText("Midwifery")).toBeVisible();
  await expect(page.getByText("Ndola Central")).toBeVisible();
  await expect(page.getByText("Rotas at night")).toBeHidden();
  await expect(page.getByText("First years in the profession")).toBeHidden();
  await page.getByText("As my groups see it").click();
  await expect(page.getByText("Rotas at night")).toBeVisible();
  await expect(page.getByText("First years in the profession")).toBeHidden();

  // Others see what the preview said.
  const [, ben = group.coordinator] = group.members;
  const beside = await openAs(ben, phone);
  await beside.goto(`/people/${ana.id}`);
  await expect(beside.getByText("Rotas at night")).toBeVisible();
  await expect(beside.getByText("First years in the profession")).toBeHidden();
  const picture = beside.locator("main img").first();
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(384);
  const address = (await picture.getAttribute("src")) ?? "";
  const stranger = await signUp(product.url, "Somebody else");
  const asked = await fetch(`${product.url}${address}`, {
    headers: { authorization: `Bearer ${stranger.token}` },
  });
  expect(asked.status).toBe(404);
});

test("a midwife finds a colleague abroad on a phone", async ({ openAs, product }) => {
  const group = await makeGroup(product.url, { members: 2 });
  const [ana = group.coordinator, ben = group.coordinator] = group.members;
  const jose = await signUp(product.url, "José Álvarez");
  await tell(jose, "acceptInvitation", { token: await makeLink(group.manager, group.id) });
  const midwife = { field: "MIDWIFERY", profession: "Midwife" };
  await tell(ana, "updateProfile", { ...midwife, country: "ZM" });
  await tell(ben, "updateProfile", { ...midwife, country: "ZM" });
  await tell(jose, "updateProfile", { ...midwife, country: "MZ", canHelpWith: "Triage" });
  await list(ben, group.networkId);
  await list(jose, group.networkId);

  const page = await openAs(ana, phone);
  await page.goto(`/networks/${group.slug}`);
  await page.getByRole("link", { name: "Find people" }).click();
  await expect(page.getByText("You are not in this directory")).toBeVisible();
  const abroad = page.getByRole("region", { name: "In your field, in other countries" });
  const suggested = page.locator("section", { hasText: "In your field, in other countries" });
  await expect(
    abroad.or(suggested).first().getByRole("link", { name: "José Álvarez" }),
  ).toBeVisible();

  const search = page.getByRole("search");
  await search.getByRole("searchbox").fill("alvarez tri");
  await search.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/query=alvarez\+tri/);
  await expect(page.getByRole("link", { name: "José Álvarez" })).toHaveCount(1);
  await expect(page.getByRole("link", { name: ben.name })).toHaveCount(0);
  await search.getByRole("combobox", { name: "Country" }).selectOption("ZM");
  await expect(page.getByText("Nobody fits")).toBeVisible();

  // The address is the search: it survives a reload, and the way back leads to what was found.
  await page.goto(`/networks/${group.slug}/people?field=MIDWIFERY&otherThanCountry=ZM`);
  await page.getByRole("link", { name: "José Álvarez" }).click();
  await expect(page.getByText("Triage")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "José Álvarez" })).toBeVisible();

  await page.getByRole("button", { name: "List me here" }).click();
  await expect(page.getByRole("button", { name: "Take me out" })).toBeVisible();
  const found = await ask<{ network: { people: { nodes: { name: string }[] } } }>(
    jose,
    `query($slug: String!) { network(slug: $slug) { people(filter: { field: MIDWIFERY }) { nodes { name } } } }`,
    { slug: group.slug },
  );
  expect(found.network.people.nodes.map(({ name }) => name)).toContain(ana.name);

  await page.getByRole("link", { name: "Map" }).click();
  await expect(page.getByRole("img", { name: /A map of the world/ })).toBeVisible();
  const row = page.getByRole("row", { name: /Zambia/ });
  await expect(row).toBeVisible();
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/country=ZM/);
});
