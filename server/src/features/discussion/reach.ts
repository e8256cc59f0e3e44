import { sql } from "kysely";
import type { Context } from "../../house/context.ts";
import { badInput } from "../../platform/graphql/errors.ts";
import { findGroup } from "../groups/public.ts";
import { AnnouncementReach, AnnouncementTarget } from "./announceTypes.ts";
import { GROUPS_MOST, hearings } from "./announcing.ts";

/** Whom an announcement would reach; without groups named, all that the viewer leads. */
export async function announcementReach(
  ctx: Context,
  wanted: string[] | null,
): Promise<AnnouncementReach> {
  const { personId } = ctx;
  if (wanted && wanted.length > GROUPS_MOST)
    throw badInput(`An announcement goes to at most ${GROUPS_MOST} groups.`);
  const groupIds = wanted ? [...new Set(wanted)] : await groupsLed(ctx);
  const heard = await hearings(ctx.db, { groupIds, personId });
  const targets = await Promise.all(
    groupIds.map(async (groupId, i) => {
      const group = heard[i] && (await findGroup(ctx, groupId));
      const error = heard[i]?.refusal?.refusal ?? null;
      return group ? [Object.assign(new AnnouncementTarget(), { group, error })] : [];
    }),
  );
  const open = groupIds.filter((_, i) => heard[i] && !heard[i].refusal);
  return Object.assign(new AnnouncementReach(), {
    groups: targets.flat(),
    groupCount: open.length,
    personCount: await peopleIn(ctx, open),
  });
}

/** The groups that the viewer coordinates or manages; those whose members follow from roles elsewhere have none. */
async function groupsLed(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("membership")
    .select("groupId")
    .where("personId", "=", ctx.personId)
    .where("state", "=", "ACTIVE")
    .where("role", "in", ["COORDINATOR", "MANAGER"])
    .orderBy("since")
    .orderBy("id")
    .limit(GROUPS_MOST)
    .execute();
  return rows.map(({ groupId }) => groupId);
}

async function peopleIn(ctx: Context, groupIds: readonly string[]): Promise<number> {
  const { count } = await ctx.db
    .selectFrom("membership")
    .select(sql<string>`count(distinct person_id)`.as("count"))
    .where(sql<boolean>`group_id = any(${sql.val(groupIds)}::uuid[])`)
    .where("state", "=", "ACTIVE")
    .where("personId", "!=", ctx.personId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
