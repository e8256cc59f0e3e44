import { link, live, write } from "../screen.ts";
import { makeGroup, send, startThread } from "../world.ts";
import { arrived, expect, expectAllOnce, test } from "./over-line.ts";

// A clinic's proxy that ends every socket: the page follows by event streams instead, through cuts too.

test("where sockets do not come through, streams do", async ({ openOverLine, line, product }) => {
  const { coordinator, members, id } = await makeGroup(product.url);
  const thread = await startThread(coordinator, id);
  const [who = coordinator] = members;
  const page = await openOverLine(who);
  await page.routeWebSocket(/\/graphql$/, (socket) => void socket.close());
  const streamed = page.waitForRequest(/\/graphql\/stream$/, { timeout: 20_000 });
  await page.goto(thread.path);
  await streamed;
  await expect(link(page, "Live")).toBeVisible({ timeout: 20_000 });
  await send(coordinator, thread.id, "Do you hear me?");
  await expect(arrived(page, "Do you hear me?")).toBeVisible();

  line.cut();
  await send(coordinator, thread.id, "And now?");
  await write(page, "I hear you");
  await expect(arrived(page, "And now?")).toBeVisible({ timeout: 20_000 });
  await expect(arrived(page, "I hear you")).toHaveCount(1, { timeout: 20_000 });
  await live(page);
  const written = [["Do you hear me?", "And now?"], ["I hear you"]];
  await expectAllOnce(page, { who, threadId: thread.id, written });
});
