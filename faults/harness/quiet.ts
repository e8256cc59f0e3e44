import { readRows } from "../../server/src/testing/database.ts";
import { pause } from "./random.ts";
import type { Play } from "./play.ts";

/** Everybody has heard everything by then, or never will. */
const QUIET_MS = 20_000;
/** A group's activity is told at most every two seconds. */
const HELD_BACK_MS = 2_500;

/** Waits until every follower of a thread has come to its end, or the time is over. */
export async function quiet({ stage, followers }: Play): Promise<void> {
  const at = Date.now();
  const heads = await readRows<{ label: string; head: number }>(
    stage.databaseUrl,
    "select label, max(seq) as head from channel_update where label is not null group by label",
    [],
  );
  const ends = new Map(heads.map(({ label, head }) => [label, head]));
  const behind = () =>
    followers.some(({ last, options }) => last < (ends.get(options.followed.label ?? "") ?? 0));
  while (Date.now() < at + QUIET_MS && behind()) await pause(50);
  // What comes now comes too often.
  await pause(Math.max(500, at + HELD_BACK_MS - Date.now()));
}
