import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional, cleanText } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { MembershipSchema } from "../entities/membership.ts";
import { CompactWritten } from "../facts.ts";
import { groupPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { WriteCompactInput } from "../types/compact.ts";
import type { Group } from "../types/group.ts";
import { agree, lastVersion } from "./agreeToCompact.ts";

/** All of them are read together. */
const MOST = 100;

/**
 * Gives the group's compact a new version, to which its members are then asked to agree; who writes it does so by
 * writing it. No version holds back what a member writes until they have agreed: a wall would get clicks and no
 * agreement, and would stand between somebody and their group when they need it most.
 */
export async function writeCompact(ctx: Context, input: WriteCompactInput): Promise<Group> {
  const { personId } = ctx;
  const groupId = uuidOf("Group", input.groupId);
  const body = cleanText(input.body, { field: "body", max: 10_000 });
  const change = cleanOptional(input.change, { field: "change", max: 500 });
  await getGroup(ctx, groupId);
  await ctx.live.write({ channels: [groupId], actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    demand(groupPolicy.EDIT, { standing, state: group });
    const last = await lastVersion(tx, groupId);
    const now = await tx.db
      .selectFrom("compactVersion")
      .select("body")
      .where("groupId", "=", groupId)
      .where("version", "=", last)
      .executeTakeFirst();
    // Sent twice, or saved without a change: nobody is asked again for nothing.
    if (now?.body === body) return;
    if ((input.expectedVersion ?? last) !== last)
      throw refused(
        "VERSION_CONFLICT",
        "Somebody changed the compact since you opened it: look at it again, then save.",
        ["expectedVersion"],
      );
    if (last >= MOST)
      throw refused("LIMIT_REACHED", `A compact has at most ${MOST} versions.`, ["body"]);
    const version = last + 1;
    await tx.db
      .insertInto("compactVersion")
      .values({ groupId, version, body, change, writerId: personId, writtenAt: tx.at })
      .execute();
    tx.state(CompactWritten, { channelId: groupId, data: { version } });
    const place = await tx.em.findOne(MembershipSchema, { groupId, personId, state: "ACTIVE" });
    if (place) await agree(tx, { groupId, personId, version, place });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}
