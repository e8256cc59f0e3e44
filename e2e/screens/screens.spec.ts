import { ask, signIn, tell } from "../api.ts";
import { expect, test } from "../journey.ts";
import { phone } from "../screen.ts";
import { makeGroup, makeLink } from "../world.ts";
import { firstOf, groupOf, threadOf } from "./demo.ts";
import { axe, fits, settle, shoot, turn } from "./look.ts";

// Every screen on a phone and on a desk, light and dark, from left to right and from right to left.

const zambia = async (url: string) => {
  const coordinator = await signIn(url, "coordinator@zambia.example");
  return { coordinator, id: await groupOf(coordinator, "Zambia") };
};

/** Whose screen it is (null: a stranger's), and where it stands. */
type Place = (url: string) => Promise<{ who: string | null; path: string }>;
const at =
  (who: string | null, path: string): Place =>
  () =>
    Promise.resolve({ who, path });
const inZambia =
  (rest: string): Place =>
  async (url) => ({
    who: "coordinator@zambia.example",
    path: `/groups/${(await zambia(url)).id}${rest}`,
  });

/** A list of people in a network of its own, of whom some can be invited. */
async function planned(url: string) {
  const { manager, id, networkId } = await makeGroup(url, { name: "Kitwe", members: 0 });
  const text = [
    "e-mail;name;group",
    "chanda.mulenga@health.example;Chanda Mulenga;Kitwe",
    "bwalya.tembo+nights@health.example;Bwalya Tembo;Kitwe",
    "thandiwe.of.a.very.long.name.indeed@district.hospital.of.kitwe.example;Thandiwe;Kitwe",
    "p\u0430tricia@health.example;Patricia;Kitwe",
    "not an address;Somebody;Kitwe",
    "mary@health.example;Mary;Ndola",
  ].join("\n");
  const wants = "bulkAct { id }";
  type Act = { bulkAct: { id: string } };
  const { bulkAct } = await tell<Act>(
    manager,
    "gatherInvitations",
    { networkId, part: 1, text },
    wants,
  );
  await tell(manager, "planInvitations", { bulkActId: bulkAct.id, groupId: id });
  return { who: manager.email, path: `/acts/${bulkAct.id}`, bulkActId: bulkAct.id };
}

const screens: Record<string, Place> = {
  "sign-in": at(null, "/sign-in"),
  "sign-up": at(null, "/sign-up"),
  "reset-request": at(null, "/reset"),
  "reset-new": at(null, "/reset/a-token"),
  verify: at(null, "/verify"),
  join: async (url) => {
    const { coordinator, id } = await makeGroup(url, { members: 0 });
    return { who: null, path: `/join/${await makeLink(coordinator, id)}` };
  },
  "join-unknown": at(null, "/join/cut-off"),
  home: at("member@zambia.example", "/"),
  "home-empty": at("outsider@elsewhere.example", "/"),
  "home-manager": at("manager@talent.example", "/"),
  groups: at("member@zambia.example", "/groups"),
  announce: at("coordinator@zambia.example", "/announce"),
  inbox: at("member@zambia.example", "/inbox"),
  network: at("manager@talent.example", "/networks/talent"),
  "network-edit": at("manager@talent.example", "/networks/talent/edit"),
  "network-set-up": at("manager@talent.example", "/networks/talent/set-up?step=coordinators"),
  // In colours of its own.
  "network-worn": at("manager@talent.example", "/networks/system-leaders"),
  board: at("manager@talent.example", "/networks/talent/board"),
  "board-attention": at(
    "manager@talent.example",
    "/networks/talent/board?attention=ANY&order=LONGEST_SILENT",
  ),
  programmes: at("manager@talent.example", "/networks/talent/programmes"),
  programme: async (url) => {
    const who = await signIn(url, "manager@talent.example");
    const path = `/programmes/${await firstOf(who, { slug: "talent", list: "programmes" })}`;
    return { who: who.email, path };
  },
  organisations: at("member@zambia.example", "/networks/talent/organisations?past=yes"),
  organisation: async (url) => {
    const who = await signIn(url, "manager@talent.example");
    const path = `/organisations/${await firstOf(who, { slug: "talent", list: "organisations" })}`;
    return { who: who.email, path };
  },
  acts: at("manager@talent.example", "/networks/talent/acts"),
  "act-planned": (url) => planned(url),
  "act-done": async (url) => {
    const { who, path, bulkActId } = await planned(url);
    const manager = await signIn(url, who);
    await tell(manager, "startBulkAct", { bulkActId });
    const query = "query($id: ID!) { node(id: $id) { ... on BulkAct { state } } }";
    const state = async () =>
      (await ask<{ node: { state: string } }>(manager, query, { id: bulkActId })).node.state;
    await expect.poll(state).toBe("DONE");
    return { who, path };
  },
  "group-threads": inZambia(""),
  "group-members": inZambia("/members"),
  "group-about": inZambia("/about"),
  "group-invite": inZambia("/invite"),
  "coordinators-room": async (url) => {
    const { coordinator, id } = await zambia(url);
    const { room } = await tell<{ room: { id: string } }>(
      coordinator,
      "openCoordinatorsRoom",
      { groupId: id },
      "room { id }",
    );
    return { who: coordinator.email, path: `/groups/${room.id}/about` };
  },
  // An open group, to a manager who is not in it.
  "group-outside": async (url) => {
    const member = await signIn(url, "member@zambia.example");
    const id = await groupOf(member, "Midwifery across borders");
    return { who: "manager@talent.example", path: `/groups/${id}` };
  },
  thread: async (url) => {
    const { coordinator, id } = await zambia(url);
    const path = await threadOf(coordinator, id, "Handover at the end of nights");
    return { who: coordinator.email, path };
  },
  announcement: async (url) => {
    const { coordinator, id } = await zambia(url);
    const title = "Group call at the end of the month: please acknowledge";
    return { who: coordinator.email, path: await threadOf(coordinator, id, title) };
  },
  me: at("member@zambia.example", "/me"),
  profile: at("member@zambia.example", "/me/profile"),
  directory: at("member@zambia.example", "/networks/talent/people"),
  "directory-found": at(
    "member@zambia.example",
    "/networks/talent/people?field=MIDWIFERY&otherThanCountry=ZM",
  ),
  "directory-nobody": at("member@zambia.example", "/networks/talent/people?query=nobody+at+all"),
  map: at("member@zambia.example", "/networks/talent/map"),
  person: async (url) => {
    const { coordinator } = await zambia(url);
    return { who: "member@zambia.example", path: `/people/${coordinator.id}` };
  },
  "not-found": at("member@zambia.example", "/nowhere/at/all"),
};

for (const [name, place] of Object.entries(screens)) {
  test(`${name} on a phone`, async ({ openAs, product }) => {
    const { who, path } = await place(product.url);
    const page = await openAs(who === null ? null : await signIn(product.url, who), phone);
    await page.goto(path);
    await settle(page);
    await shoot(page, `${name}-phone-light`);
    await axe(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await shoot(page, `${name}-phone-dark`);
    await axe(page, { only: "color-contrast" });
    await fits(page, 360);
    await fits(page, 320);
    await turn(page, "rtl");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await fits(page, 320);
    await fits(page, 360);
    await shoot(page, `${name}-phone-rtl`);
  });

  test(`${name} on a desk`, async ({ openAs, product }) => {
    const { who, path } = await place(product.url);
    const page = await openAs(who === null ? null : await signIn(product.url, who), {
      colorScheme: "dark",
    });
    await page.goto(path);
    await settle(page);
    await shoot(page, `${name}-desk-dark`);
    await axe(page);
    await page.emulateMedia({ colorScheme: "light" });
    await shoot(page, `${name}-desk-light`);
    await axe(page, { only: "color-contrast" });
    await fits(page, 1280);
    await turn(page, "rtl");
    await fits(page, 1280);
    await shoot(page, `${name}-desk-rtl`);
  });
}
