import type { World } from "../world.ts";
import { channelOf } from "./checkLog.ts";
import type { Screen } from "./screen.ts";

/** I7: quiet, everybody reaches the head within five seconds. */
const CONVERGES_MS = 5_000;

/** Every page is back, and nothing is on its way any more. */
export async function quiet(world: World, screens: readonly Screen[]): Promise<void> {
  for (const screen of screens) for (const page of screen.pages) await screen.resume(page);
  const rows = await world.house.database.db
    .selectFrom("channel")
    .select(["id", "headSeq"])
    .execute();
  const heads = new Map(rows.map(({ id, headSeq }) => [id, headSeq]));
  const until = performance.now() + CONVERGES_MS;
  for (;;) {
    const late = screens.flatMap(({ pages, by }) =>
      pages.filter((page) => {
        if (page.failure) throw page.failure;
        return page.state === "live" && page.last < heads.get(channelOf(page, by.personId))!;
      }),
    );
    const cut = screens.flatMap(({ pages }) => pages.filter(({ state }) => state === "cut"));
    if (late.length === 0 && cut.length === 0 && screens.every(({ idle }) => idle)) return;
    if (performance.now() > until)
      throw new Error(`I7: ${late.map(({ field }) => field.field).join()} did not reach the head`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
