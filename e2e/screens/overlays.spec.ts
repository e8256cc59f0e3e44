import type { Page } from "@playwright/test";
import { signIn, signUp, tell } from "../api.ts";
import { expect, test } from "../journey.ts";
import { box, desk, live, message, phone, write } from "../screen.ts";
import { makeGroup, makeLink, send, startThread } from "../world.ts";
import { axe, fits, settle, shoot } from "./look.ts";

// What opens over a screen: menus, dialogs, lists of names, notices. Each on a phone and, dark, on a desk.

const looks = {
  phone: { ...phone, colorScheme: "light" },
  desk: { ...desk, colorScheme: "dark" },
} as const;

async function look(page: Page, name: string): Promise<void> {
  await shoot(page, `over-${name}`);
  await axe(page);
  await fits(page, page.viewportSize()?.width ?? 0);
}

async function lookAndClose(page: Page, name: string): Promise<void> {
  await look(page, name);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("menu")).toHaveCount(0);
}

for (const [size, options] of Object.entries(looks)) {
  test(`over a thread on a ${size}`, async ({ openAs, product }) => {
    const { coordinator, members, id } = await makeGroup(product.url, { members: 3 });
    const [ana = coordinator] = members;
    const thread = await startThread(coordinator, id, {
      kind: "ANNOUNCEMENT",
      askAcknowledgement: true,
    });
    const own = await send(coordinator, thread.id, "The list of three, said standing up.");
    const input = { messageId: own.id, body: "The list of three, spoken.", expectedVersion: 1 };
    await tell(coordinator, "editMessage", input);
    for (const emoji of ["value:compassion", "👍"])
      await tell(ana, "react", { messageId: own.id, emoji, on: true });
    await tell(coordinator, "pinMessage", { messageId: own.id, on: true });
    const page = await openAs(coordinator, options);
    await page.goto(thread.path);
    await live(page);
    const spoken = message(page, "The list of three, spoken.");
    const reach = () =>
      size === "phone" ? spoken.tap({ position: { x: 90, y: 10 } }) : spoken.hover();

    const menu = async (act?: string) => {
      await page.getByRole("button", { name: "Thread menu" }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      if (act) await page.getByRole("menuitem", { name: act }).click();
    };
    await menu();
    await lookAndClose(page, `thread-menu-${size}`);
    for (const [act, dialog] of Object.entries({
      "Pinned messages": "Pinned messages",
      Rename: "Rename the thread",
      "Who has not acknowledged": "Not acknowledged yet",
      // A phone's menu leaves them out.
      ...(size === "desk" && { "Keyboard shortcuts": "Keyboard shortcuts" }),
    })) {
      await menu(act);
      await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
      await page.waitForLoadState("networkidle");
      await lookAndClose(page, `${act.toLowerCase().replaceAll(" ", "-")}-${size}`);
    }

    await reach();
    await spoken.getByRole("button", { name: "React" }).click();
    await expect(page.getByRole("dialog", { name: "React" })).toBeVisible();
    await lookAndClose(page, `react-${size}`);
    await spoken.getByRole("button", { name: "Who" }).click();
    await expect(page.getByRole("dialog").getByText("Ana Lindiwe").first()).toBeVisible();
    await lookAndClose(page, `who-${size}`);
    await reach();
    await spoken.getByRole("button", { name: "More", exact: true }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await look(page, `message-menu-${size}`);
    await page.getByRole("menuitem", { name: "Earlier versions" }).click();
    await expect(page.getByText("The list of three, said standing up.")).toBeVisible();
    await lookAndClose(page, `history-${size}`);

    await reach();
    await spoken.getByRole("button", { name: "Quote" }).click();
    await box(page).fill("Well said, @ch");
    await expect(page.getByRole("option")).toHaveCount(1);
    await look(page, `names-and-quote-${size}`);
    await page.keyboard.press("Escape");
    await box(page).fill("");

    await reach();
    await spoken.getByRole("button", { name: "Edit" }).click();
    await expect(page.getByRole("textbox", { name: "Edit message" })).toBeFocused();
    await look(page, `edit-${size}`);
    await page.keyboard.press("Escape");

    await page.context().setOffline(true);
    await expect(page.locator("header").getByText("Offline")).toBeVisible();
    await write(page, "Written on the hill.");
    await expect(page.getByText("Saved on this device")).toBeVisible();
    await look(page, `offline-${size}`);
    await page.context().setOffline(false);
    await expect(page.getByText("Saved on this device")).toHaveCount(0);

    const written = message(page, "Written on the hill.");
    if (size === "phone") await written.tap({ position: { x: 90, y: 10 } });
    else await written.hover();
    await written.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Withdraw" }).click();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await look(page, `withdrawn-${size}`);
  });

  test(`over a group on a ${size}`, async ({ openAs, product }) => {
    const { coordinator, members, path } = await makeGroup(product.url, { members: 2 });
    const page = await openAs(coordinator, options);
    await page.goto(path);
    await settle(page);
    await look(page, `group-empty-${size}`);
    await page.getByRole("button", { name: "Start a thread" }).click();
    await expect(page.getByRole("dialog", { name: "Start a thread" })).toBeVisible();
    await page.getByText("Announcement", { exact: true }).click();
    await lookAndClose(page, `start-thread-${size}`);

    await page.goto(`${path}/members`);
    await settle(page);
    await page.getByRole("button", { name: `What to do about ${members[0]?.name}` }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await look(page, `member-menu-${size}`);
    await page.getByRole("menuitem", { name: "Remove from the group" }).click();
    await expect(page.getByRole("dialog", { name: /^Remove / })).toBeVisible();
    await lookAndClose(page, `remove-${size}`);
    await page.getByRole("button", { name: "Leave the group" }).click();
    await expect(page.getByRole("dialog", { name: /^Leave / })).toBeVisible();
    await lookAndClose(page, `leave-${size}`);

    await page.goto(`${path}/about`);
    await settle(page);
    await page.getByRole("button", { name: "Edit" }).click();
    await expect(page.getByRole("textbox", { name: "Name" })).toBeVisible();
    await look(page, `group-edit-${size}`);

    await page.goto(`${path}/invite`);
    await settle(page);
    await page.getByRole("button", { name: "Make a link" }).click();
    await expect(page.getByRole("textbox", { name: "The link" })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await look(page, `invite-link-${size}`);
  });

  test(`over the other screens on a ${size}`, async ({ openAs, product }) => {
    const { manager, coordinator, slug, id } = await makeGroup(product.url, { members: 0 });
    const page = await openAs(manager, options);
    await page.goto(`/networks/${slug}`);
    await settle(page);
    await page.getByRole("button", { name: "Create a group" }).click();
    await expect(page.getByRole("dialog", { name: "Create a group" })).toBeVisible();
    await lookAndClose(page, `create-group-${size}`);

    await page.goto(`/networks/${slug}/board`);
    await live(page);
    await page.getByRole("checkbox").last().check();
    await page.getByRole("button", { name: "Choose all shown" }).click();
    await page.getByRole("button", { name: "Move on" }).click();
    const moving = page.getByRole("dialog", { name: "Move groups on" });
    await expect(moving.getByText("1 stays as it is:")).toBeVisible();
    await lookAndClose(page, `board-move-on-${size}`);
    await tell(manager, "moveGroupOn", { groupId: id, state: "SELF_SUSTAINING" });
    await expect(page.getByText("The board has changed.")).toBeVisible();
    await expect(page.getByText("Self-sustaining").last()).toBeVisible();
    await page.getByRole("button", { name: "Show it as it is now" }).click();
    await expect(page.getByText("The board has changed.")).toBeHidden();

    const somebody = await signUp(product.url, "Esi Mensah");
    const home = await openAs(somebody, options);
    await home.goto("/");
    await settle(home);
    await home.getByRole("button", { name: "Create a network" }).click();
    await expect(home.getByRole("dialog", { name: "Create a network" })).toBeVisible();
    await lookAndClose(home, `create-network-${size}`);
    await home.goto(`/join/${await makeLink(coordinator, id)}`);
    await expect(home.getByRole("button", { name: "Join the group" })).toBeVisible();
    await look(home, `join-signed-in-${size}`);

    const door = await openAs(null, options);
    await door.goto("/sign-in");
    await door.getByRole("textbox", { name: "E-mail address" }).fill("nobody@journeys.example");
    await door.getByRole("textbox", { name: "Password" }).fill("not the password");
    await door.getByRole("button", { name: "Sign in" }).click();
    await expect(door.getByRole("alert")).toBeVisible();
    await look(door, `sign-in-refused-${size}`);
    expect(await signIn(product.url, somebody.email)).toMatchObject({ name: "Esi Mensah" });
  });
}
