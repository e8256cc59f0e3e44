import type { Db } from "../../../platform/database/database.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import type { GroupRow } from "../entities/group.ts";
import { canSeeGroup, type Standing } from "../policy.ts";

/**
 * The group and what a person is in it, read inside a command after its lock; null when there is no such group
 * or they may not even see that there is.
 */
export async function standingIn(
  db: Db,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<{ group: GroupRow; standing: Standing } | null> {
  const row = await db
    .selectFrom("group")
    .leftJoin("membership as mine", (join) =>
      join
        .onRef("mine.groupId", "=", "group.id")
        .on("mine.personId", "=", personId)
        .on("mine.state", "=", "ACTIVE"),
    )
    .leftJoin("networkMembership as place", (join) =>
      join
        .onRef("place.networkId", "=", "group.networkId")
        .on("place.personId", "=", personId)
        .on("place.until", "is", null),
    )
    .selectAll("group")
    .select(["mine.role as personRole", "place.role as networkRole"])
    .where("group.id", "=", groupId)
    .executeTakeFirst();
  if (!row) return null;
  const { personRole, networkRole, ...group } = row;
  const standing = { role: personRole, networkRole };
  return canSeeGroup(standing) ? { group, standing } : null;
}

/** The same for a command that needs to see the group: throws NOT_FOUND. */
export async function getStandingIn(
  db: Db,
  who: { groupId: string; personId: string },
): Promise<{ group: GroupRow; standing: Standing }> {
  const found = await standingIn(db, who);
  if (!found) throw notFound();
  return found;
}
