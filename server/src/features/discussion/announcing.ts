import { sql } from "kysely";
import { refusalBy } from "../../house/actions.ts";
import { refused, type Refused } from "../../house/refusal.ts";
import type { Db } from "../../platform/database/database.ts";
import { standingsIn } from "../groups/public.ts";
import { canRead, canStart, type Speaker } from "./policy.ts";

// What stands between one person and an announcement to many groups, group by group: asked for the preview and again
// behind the locks.

/** Groups at the most that one announcement goes to. */
export const GROUPS_MOST = 200;
/** Announcements that one person writes in one group within a day, so that a group's phones do not ring all day. */
const PER_DAY = 5;

/** A group that is to hear of it: who speaks there, or why they may not; null where its content is not for them. */
export type Hearing = { speaker: Speaker; refusal: Refused | null } | null;

/** For each group, in their order, whether the person may announce in it now. */
export async function hearings(
  db: Db,
  { groupIds, personId }: { groupIds: readonly string[]; personId: string },
): Promise<Hearing[]> {
  const places = await standingsIn(
    db,
    groupIds.map((groupId) => ({ groupId, personId })),
  );
  const announced = await announcedToday(db, { groupIds, personId });
  return places.map((place, i) => {
    if (!place || !canRead(place.standing)) return null;
    const { standing, group: state } = place;
    const refusal = refusalBy(canStart.ANNOUNCEMENT, { standing, state }, ["groupIds", `${i}`]);
    const often = (announced.get(state.id) ?? 0) >= PER_DAY ? tooOften(i) : null;
    return { speaker: { ...standing, personId }, refusal: refusal ?? often };
  });
}

const tooOften = (i: number) =>
  refused(
    "LIMIT_REACHED",
    `You have announced ${PER_DAY} times in this group within a day: go on tomorrow, or write in a thread.`,
    ["groupIds", `${i}`],
  );

export const notHere = (i: number) =>
  refused("FORBIDDEN", "This group is no longer here, or you can no longer read it.", [
    "groupIds",
    `${i}`,
  ]);

async function announcedToday(
  db: Db,
  { groupIds, personId }: { groupIds: readonly string[]; personId: string },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("thread")
    .select("groupId")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where(sql<boolean>`group_id = any(${sql.val(groupIds)}::uuid[])`)
    .where("createdBy", "=", personId)
    .where("kind", "=", "ANNOUNCEMENT")
    .where("createdAt", ">", sql<Date>`now() - interval '1 day'`)
    .groupBy("groupId")
    .execute();
  return new Map(rows.map(({ groupId, count }) => [groupId, Number(count)]));
}
