import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import type { GroupRow } from "../entities/group.ts";
import { canSeeGroup, type Standing } from "../policy.ts";

interface Who {
  groupId: string;
  personId: string;
}
interface Place {
  group: GroupRow;
  standing: Standing;
}

/**
 * The group and what a person is in it, read inside a command after its lock; null when there is no such group
 * or they may not even see that there is.
 */
export async function standingIn(db: Db, who: Who): Promise<Place | null> {
  const [place = null] = await standingsIn(db, [who]);
  return place;
}

/** The same for many, in their order, by one statement. */
export async function standingsIn(db: Db, who: readonly Who[]): Promise<(Place | null)[]> {
  const asked = sql<{ groupId: string; personId: string; n: number }>`unnest(
    ${who.map(({ groupId }) => groupId)}::uuid[], ${who.map(({ personId }) => personId)}::uuid[])
    with ordinality`;
  const rows = await db
    .selectFrom(asked.as<"asked">(sql`asked (group_id, person_id, n)`))
    .innerJoin("group", "group.id", "asked.groupId")
    .leftJoin("membership as mine", (join) =>
      join
        .onRef("mine.groupId", "=", "group.id")
        .onRef("mine.personId", "=", "asked.personId")
        .on("mine.state", "=", "ACTIVE"),
    )
    .leftJoin("networkMembership as place", (join) =>
      join
        .onRef("place.networkId", "=", "group.networkId")
        .onRef("place.personId", "=", "asked.personId")
        .on("place.until", "is", null),
    )
    .selectAll("group")
    .select(["mine.role as personRole", "place.role as networkRole"])
    .select(sql<number>`asked.n::int`.as("asked"))
    .execute();
  const places: (Place | null)[] = who.map(() => null);
  for (const { personRole, networkRole, asked: n, ...group } of rows) {
    const standing = { role: personRole, networkRole, sealed: group.state === "SEALED" };
    if (canSeeGroup(standing, group)) places[n - 1] = { group, standing };
  }
  return places;
}

/** The same for a command that needs to see the group: throws NOT_FOUND. */
export async function getStandingIn(db: Db, who: Who): Promise<Place> {
  const found = await standingIn(db, who);
  if (!found) throw notFound();
  return found;
}
