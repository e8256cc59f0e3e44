import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { GroupSchema } from "../entities/group.ts";
import { MembershipSchema, type MembershipRow } from "../entities/membership.ts";
import { CompactAgreed } from "../facts.ts";
import { agreeing } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { AgreeToCompactInput } from "../types/compact.ts";
import type { Group } from "../types/group.ts";

/** Says that the viewer has read the group's compact as it is now and agrees to it. */
export async function agreeToCompact(ctx: Context, input: AgreeToCompactInput): Promise<Group> {
  const { personId } = ctx;
  const groupId = uuidOf("Group", input.groupId);
  await getGroup(ctx, groupId);
  await ctx.live.write({ channels: [groupId], actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    demand(agreeing, { standing, state: group });
    const place = await tx.em.findOne(MembershipSchema, { groupId, personId, state: "ACTIVE" });
    if (!place) throw notFound();
    if (input.version < (await lastVersion(tx, groupId)))
      throw refused(
        "VERSION_CONFLICT",
        "The compact was changed while you read it: read it as it is now.",
        ["version"],
      );
    await agree(tx, { groupId, personId, version: input.version, place, field: "version" });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}

/** The newest version of a group's compact; 0 where it has none. Exact behind the lock of the group's channel. */
export async function lastVersion(tx: Transaction, groupId: string): Promise<number> {
  const { last } = await tx.db
    .selectFrom("compactVersion")
    .select(({ fn }) => fn.max("version").as("last"))
    .where("groupId", "=", groupId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

interface Agreement {
  groupId: string;
  personId: string;
  /** Nothing is recorded of who says nothing: they are asked when they are inside. */
  version: number | null | undefined;
  /** null for who is about to come in: their coming tells of it. */
  place: MembershipRow | null;
  field?: string;
}

/**
 * Records that somebody agrees to a version that there is. An older one is recorded as what it is, so that nobody
 * is kept outside by a change in the moment in which they came. The command holds the group's channel.
 */
export async function agree(
  tx: Transaction,
  { groupId, personId, version, place, field = "agreesToCompact" }: Agreement,
): Promise<void> {
  if (version === null || version === undefined) return;
  if (version < 1 || version > (await lastVersion(tx, groupId)))
    throw refused("INVALID_INPUT", "The group's compact has no such version: read it again.", [
      field,
    ]);
  const recorded = await tx.db
    .insertInto("compactAgreement")
    .values({ groupId, personId, version, agreedAt: tx.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("version")
    .executeTakeFirst();
  if (!recorded || !place) return;
  // Who is inside agrees in the group, whatever act it comes with: not in a sealed one.
  const group = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
  const standing = { role: place.role, networkRole: null, sealed: group.state === "SEALED" };
  demand(agreeing, { standing, state: group });
  tx.state(CompactAgreed, {
    channelId: groupId,
    data: { membershipId: place.id, personId, version },
  });
}
