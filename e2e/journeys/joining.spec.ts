import { signUp, tell } from "../api.ts";
import { expect, test } from "../journey.ts";
import { axe, fits, settle, shoot } from "../screens/look.ts";
import { box, live, phone } from "../screen.ts";
import { type Group, makeGroup, makeLink, startThread } from "../world.ts";

/** Somebody of the group's network who is not in the group. */
async function neighbour(url: string, { networkId, manager }: Group, name: string) {
  const person = await signUp(url, name);
  const { group } = await tell<{ group: { id: string } }>(
    manager,
    "createGroup",
    { networkId, kind: "COHORT", name: `Elsewhere of ${name}` },
    "group { id }",
  );
  await tell(person, "acceptInvitation", { token: await makeLink(manager, group.id) });
  return person;
}

test("a coordinator on a phone fills a group by applications, meets the full one and uses the waiting list", async ({
  openAs,
  product,
}) => {
  const group = await makeGroup(product.url, { members: 0, name: "Asked for" });
  const { manager, coordinator, id: groupId, path } = group;
  await tell(manager, "editGroup", { groupId, visibility: "RESTRICTED", memberCapacity: 1 });
  const [ada, ben] = [
    await neighbour(product.url, group, "Ada Mwale"),
    await neighbour(product.url, group, "Ben Phiri"),
  ];

  const desk = await openAs(coordinator, phone);
  await desk.goto(`${path}/requests`);
  await desk.getByRole("button", { name: "Add a question" }).click();
  await desk.getByLabel("Question", { exact: true }).fill("Why this group?");
  await desk.getByRole("button", { name: "Save the form" }).click();
  await expect(desk.getByText("The form is kept.")).toBeVisible();
  await live(desk);

  const applicant = await openAs(ada, phone);
  await applicant.goto(path);
  await applicant.getByRole("link", { name: "Apply", exact: true }).click();
  await applicant.getByRole("button", { name: "Send the application" }).click();
  await expect(applicant.getByText("Please answer this: Why this group?")).toBeVisible();
  await applicant.getByLabel("Why this group?").fill("Nights at the rural post");
  await expect(applicant.getByText("Kept as a draft.")).toBeVisible();
  await settle(applicant);
  await axe(applicant);
  await fits(applicant, 360);
  await shoot(applicant, "apply-phone");
  await applicant.reload();
  await expect(applicant.getByLabel("Why this group?")).toHaveValue("Nights at the rural post");
  await applicant.getByRole("button", { name: "Send the application" }).click();
  await expect(applicant.getByText("Waits for a decision")).toBeVisible();

  // The desk was open all the while.
  await expect(desk.getByText("Nights at the rural post")).toBeVisible();
  await tell(ben, "applyToGroup", {
    groupId,
    answers: await answersOf(ben, groupId, "I work beside Ada"),
  });
  const second = desk.getByRole("listitem").filter({ hasText: "I work beside Ada" });
  await expect(second).toBeVisible();
  await settle(desk);
  await axe(desk);
  await fits(desk, 360);
  await shoot(desk, "requests-phone");
  const first = desk.getByRole("listitem").filter({ hasText: "Nights at the rural post" });
  await first.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(applicant.getByText("Accepted")).toBeVisible();
  await second.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(second.getByText(/places for members in this group are taken/)).toBeVisible();
  await second.getByRole("button", { name: "Accept onto the waiting list" }).click();
  await expect(desk.getByText("Waits for a seat")).toBeVisible();

  const waiting = await openAs(ben, phone);
  await waiting.goto("/inbox");
  await expect(waiting.getByText("You wait for a seat.")).toBeVisible();
  await live(waiting);
  await tell(ada, "leaveGroup", { groupId });
  await expect(waiting.getByText("A seat is held for you until")).toBeVisible();
  await expect(desk.getByText("A seat is held", { exact: false }).first()).toBeVisible();
  await settle(waiting);
  await axe(waiting);
  await shoot(waiting, "seat-offered-phone");
  await waiting.getByRole("button", { name: "Take the seat" }).click();
  await waiting.goto(`${path}/members`);
  await expect(waiting.getByRole("main").getByRole("link", { name: "Ben Phiri" })).toBeVisible();
});

async function answersOf(who: Parameters<typeof tell>[0], groupId: string, text: string) {
  const { group } = await tell<{ group: { joiningForm: { questions: { key: string }[] } } }>(
    who,
    "saveApplicationDraft",
    { groupId, answers: [] },
    "group { joiningForm { questions { key } } }",
  );
  return group.joiningForm.questions.map(({ key }) => ({ key, text }));
}

test("a group that becomes confidential vanishes from open screens of others at once, and comes back", async ({
  openAs,
  product,
}) => {
  const group = await makeGroup(product.url, { members: 1, name: "Quiet work" });
  const { manager, id: groupId, path, slug, name } = group;
  const outsider = await neighbour(product.url, group, "Chanda Bwalya");
  const [list, page] = [await openAs(outsider), await openAs(outsider, phone)];
  await list.goto(`/networks/${slug}`);
  await page.goto(`${path}/about`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(list.getByRole("main").getByRole("link", { name: new RegExp(name) })).toBeVisible();
  await live(list);
  await live(page);
  await tell(manager, "editGroup", { groupId, visibility: "CONFIDENTIAL" });
  await expect(list.getByRole("main").getByRole("link", { name: new RegExp(name) })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name })).toHaveCount(0);
  await tell(manager, "editGroup", { groupId, visibility: "OPEN" });
  await expect(list.getByRole("main").getByRole("link", { name: new RegExp(name) })).toBeVisible();
});

test("a group is sealed while somebody writes: they are told, and their words stay", async ({
  openAs,
  product,
}) => {
  const group = await makeGroup(product.url, { members: 1, name: "Last words" });
  const { coordinator, id: groupId, path, members } = group;
  const [member] = members;
  if (!member) throw new Error("Nobody is in the group");
  const thread = await startThread(member, groupId);
  const writer = await openAs(member, phone);
  await writer.goto(thread.path);
  await live(writer);
  await box(writer).fill("What I wanted to say");

  const desk = await openAs(coordinator);
  await desk.goto(`${path}/about`);
  await settle(desk);
  await axe(desk);
  await shoot(desk, "group-about-desk");
  await desk.getByRole("button", { name: "Sealed" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Sealed" }).click();
  await expect(writer.getByText("This group is sealed: it can be read")).toBeVisible();
  await expect(writer.getByText("What I wanted to say")).toBeVisible();
  await axe(writer);
  await shoot(writer, "sealed-phone");
  await desk.getByText("What you may do here, and why").click();
  await expect(
    desk.getByText(/This group is sealed: it can be read, and nothing is changed/).first(),
  ).toBeVisible();
  await axe(desk);
});
