import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./journey.ts";
import { live, message, phone } from "./screen.ts";
import { makeGroup, send, startThread } from "./world.ts";

// What a thread costs somebody who opens a link to it on a new phone, signed in.

const built = path.join(import.meta.dirname, "../client/dist");
const BUDGET = 170_000;

/** Bytes as they travel: the build puts each script beside itself as gzip, unless it is tiny. */
function weight(url: string): number {
  const file = path.join(built, new URL(url).pathname);
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
}

test("a thread's first load: at most 170 kB of script, one request for its data", async ({
  openAs,
  product,
}) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  for (let count = 0; count < 30; count += 1)
    await send(coordinator, thread.id, `Message ${count} of a thread that is worth reading.`);
  const page = await openAs(members[0] ?? null, phone);
  const scripts = new Map<string, number>();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.set(request.url(), weight(request.url()));
    if (new URL(request.url()).pathname === "/graphql" && request.method() === "POST") {
      const { operationName } = request.postDataJSON() as { operationName: string };
      asked.push(operationName);
    }
  });
  await page.goto(thread.path);
  await expect(message(page, "worth reading").first()).toBeVisible();
  // That it was read is told as soon as it is seen, which may be at once.
  const toRead = asked.filter((name) => name !== "MarkRead");
  await live(page);
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  console.info(
    `Thread: ${total} bytes of script (gzip) in ${scripts.size} files; asked: ${asked.join()}`,
  );
  expect(toRead).toEqual(["ThreadPage"]);
  expect(asked.filter((name) => name !== "MarkRead")).toEqual(["ThreadPage"]);
  expect(total).toBeLessThanOrEqual(BUDGET);
});
