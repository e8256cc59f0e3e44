import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanOptional } from "../../../house/text.ts";
import type { LiveDelivery } from "../../../live/live.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { isCircle } from "../entities/context.ts";
import { GroupSchema, type GroupRow } from "../entities/group.ts";
import { isOnward, type LifeState } from "../entities/life.ts";
import { GroupMovedOn } from "../facts.ts";
import { groupPolicy, nextStates, ruleOfMove } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { MoveGroupOnInput } from "../types/groupInputs.ts";
import { findRoom, roomIn } from "./rooms.ts";
import { channelsOf, findSight, tellAround, type Sight } from "./sight.ts";

/** Moves a group to another state of its life. One that is there already stays as it is. */
export async function moveGroupOn(ctx: Context, input: MoveGroupOnInput): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const reason = cleanOptional(input.reason, { field: "reason", max: 500 });
  const { state: to } = input;
  const sight = await findSight(ctx.db, (await getGroup(ctx, groupId)).networkId);

  const channels = [groupId, ...channelsOf(sight), ...(await findRoom(ctx.db, groupId))];
  await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    demand(groupPolicy.ADMIT, { standing, state: group });
    if (group.state === to) return;
    demand(ruleOfMove(group, to), { standing, state: group }, ["state"]);
    if (!nextStates(standing, group).includes(to))
      throw refused("INVALID_INPUT", "A group does not go back to an earlier state.", ["state"]);
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    await move(tx, { group: row, sight, to, reason });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}

/** The step itself. The command holds the channels of the group, of its room and of `sight`. */
async function move(
  tx: Transaction,
  {
    group,
    sight,
    to,
    reason,
  }: { group: GroupRow; sight: Sight; to: LifeState; reason: string | null },
): Promise<void> {
  const { id: groupId, state: from, visibility } = group;
  group.state = to;
  group.stateSince = tx.at;
  const data = { groupId, from, to, reason };
  tx.state(GroupMovedOn, { channelId: groupId, data });
  tellAround(tx, { sight, visibility }, { fact: GroupMovedOn, data });
  const room = await roomIn(tx, groupId);
  const roomTo = to === "SEALED" ? "SEALED" : "ACTIVE";
  if (!room || room.state === roomTo) return;
  const of = { groupId: room.id, from: room.state, to: roomTo, reason } as const;
  room.state = roomTo;
  room.stateSince = tx.at;
  tx.state(GroupMovedOn, { channelId: room.id, data: of });
}

/** The step that a circle's days bring about; what somebody did meanwhile stands. */
export async function moveByTime(
  { db, live }: { db: Db; live: LiveDelivery },
  { groupId, to }: { groupId: string; to: LifeState },
): Promise<void> {
  const { networkId } = await db
    .selectFrom("group")
    .select("networkId")
    .where("id", "=", groupId)
    .executeTakeFirstOrThrow();
  const sight = await findSight(db, networkId);
  const channels = [groupId, ...channelsOf(sight), ...(await findRoom(db, groupId))];
  await live.write({ channels, actorId: null }, async (tx) => {
    const group = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    if (!isCircle(group) || !isOnward(group.state, to)) return;
    const reason = to === "SEALED" ? "Its two weeks of rest are over." : "Its days are over.";
    await move(tx, { group, sight, to, reason });
  });
}
