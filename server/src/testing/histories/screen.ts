import type { Actor, Data } from "../world.ts";
import type { Ground } from "./ground.ts";
import { seeMark, without } from "./held.ts";
import { Page } from "./page.ts";
import { openLink, type Link } from "./stream.ts";
import { putAround } from "./truth/around.ts";
import { groupField } from "./truth/group.ts";
import { inboxField } from "./truth/inbox.ts";
import type { LiveField } from "./truth/liveField.ts";
import { networkField } from "./truth/network.ts";
import { sharedThreadField, threadField } from "./truth/thread.ts";

/** Live fields on one link at the most: a socket carries no more than fifty. */
const ON_ONE_LINK = 40;

/** Everything that one person follows, with the duties of a client beyond putting entities where they belong. */
export class Screen {
  readonly by: Actor;
  readonly pages: Page[] = [];
  readonly #ground: Ground;
  readonly #links: Link[] = [];
  #work: Promise<void> = Promise.resolve();
  #open = 0;

  private constructor(ground: Ground, by: Actor) {
    this.#ground = ground;
    this.by = by;
  }

  /** The person's own channel comes first: what moves in it concerns every other page. */
  static async open(ground: Ground, by: Actor, asleep = false): Promise<Screen> {
    const screen = new Screen(ground, by);
    await screen.#add(inboxField, { target: "", groupId: null, asleep });
    return screen;
  }

  async openNetwork(target: string, asleep = false): Promise<void> {
    await this.#add(networkField, { target, groupId: null, asleep });
  }

  async openGroup(groupId: string, asleep = false): Promise<void> {
    await this.#add(groupField, { target: groupId, groupId, asleep });
  }

  /** A thread stands in the frame of its group, by which the viewer's role is told. */
  async openThread(target: string, groupId: string, asleep = false): Promise<void> {
    await this.openGroup(groupId, asleep);
    await this.#add(threadField, { target, groupId, asleep });
    await this.#add(sharedThreadField, { target, groupId, asleep });
  }

  /** The link of one page is lost. */
  cut(page: Page): Promise<void> {
    return this.#later(() => page.cut());
  }

  /** It is back, with the last cursor or one that is `back` answers older. */
  resume(page: Page, back = 0): Promise<void> {
    return this.#later(async () => page.resume(back));
  }

  /** It is back, with a cursor that is none. */
  lose(page: Page): Promise<void> {
    return this.#later(async () => {
      if (page.state !== "over") await page.lose();
    });
  }

  /** Nothing is under way any more that an update asked for. */
  get idle(): boolean {
    return this.#open === 0;
  }

  async close(): Promise<void> {
    await this.#work;
    for (const page of this.pages) await page.cut();
    for (const link of this.#links) await link.close();
  }

  async #add(
    field: LiveField,
    { target, groupId, asleep }: { target: string; groupId: string | null; asleep: boolean },
  ): Promise<void> {
    if (this.pages.some((page) => page.field === field && page.target === target)) return;
    const about = { by: this.by, field, target, groupId };
    const page = new Page(this.#link(), about, (each, update) => this.#hear(each, update));
    this.pages.push(page);
    await this.#later(() => page.open(asleep));
  }

  /** The link for one more page. */
  #link(): Link {
    const at = Math.floor(this.pages.length / ON_ONE_LINK);
    return (this.#links[at] ??= openLink(this.#ground, this.by));
  }

  #hear(page: Page, update: Data): void {
    switch (update["__typename"]) {
      case "ReadMarkMoved":
        for (const { held } of this.pages)
          if (held?.marks.has(update["thread"].id)) seeMark(held, update["thread"], "person");
        return;
      case "NetworkJoined":
        this.#askAgain((each) => each.target === update["network"].id);
        return;
      // With another role in a network other groups are seen, and other things may be done in all of them.
      case "NetworkRoleChanged":
        if (page.field === inboxField) this.#askAgain(() => true);
        return;
      case "NetworkLeft":
        void this.#later(async () => {
          for (const each of this.pages) if (each.target === update["networkId"]) await each.end();
        });
        this.#askAgain((each) => each.field === inboxField);
        return;
      // Somebody new to a group has everything of it to ask for, mentions in it too.
      // A confidential group is on its network's page for as long as one is in it.
      case "GroupJoined":
        this.#askAgain(
          (each) =>
            each.groupId === update["group"].id ||
            each.field === inboxField ||
            each.field === networkField,
        );
        return;
      case "GroupLeft":
        void this.#later(async () => {
          for (const each of this.pages) if (each.groupId === update["groupId"]) await each.end();
        });
        this.#askAgain((each) => each.field === networkField);
        return;
      case "GroupCreated":
      case "GroupEdited":
        if (page.field === inboxField) this.#putAround(update["group"]);
        return;
      // What may be done in it is another, with everything that is shown.
      case "GroupMovedOn":
        if (page.field === inboxField) this.#putAround(update["group"]);
        else this.#askAgain((each) => each.groupId === update["group"].id);
        return;
      // Another role may do other things, with everything that is shown.
      case "GroupRoleChanged":
        this.#askAgain((each) => each.groupId === update["group"].id || each.field === inboxField);
        return;
      case "Skipped":
        this.#askAgain((each) => each === page);
        return;
      // Without the person's own channel no other page is known to be true.
      case "Denied":
      case "Reset":
        void this.#later(async () => {
          await page.open();
          if (page.field !== inboxField) return;
          for (const each of this.pages)
            if (each.state === "cut") each.stale = true;
            else if (each !== page) await each.open();
        });
        return;
      case "Live":
        if (page.stale) this.#askAgain((each) => each === page);
    }
  }

  #putAround(group: Data): void {
    for (const { field, target, held } of this.pages)
      if (field === networkField && held && target === group["network"].id)
        putAround(held, without(group, "network"));
  }

  #askAgain(which: (page: Page) => boolean): void {
    void this.#later(async () => {
      for (const page of this.pages) {
        if (!which(page)) continue;
        if (page.state === "cut") page.stale = true;
        else if (page.field === inboxField) await page.refresh();
        else await page.open();
      }
    });
  }

  /** One after the other: pages are opened, cut and asked for again by more than one cause. */
  #later(work: () => Promise<void>): Promise<void> {
    this.#open += 1;
    this.#work = this.#work
      .then(work)
      .catch((error: unknown) => {
        this.pages[0].failure ??= error as Error;
      })
      .finally(() => (this.#open -= 1));
    return this.#work;
  }
}
