import type { Context } from "../../../house/context.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import {
  groupPolicy,
  groupRow,
  networkRoleIn,
  standingIn,
  type GroupRow,
} from "../../groups/public.ts";
import { WaitingPlaceSchema, type WaitingPlaceRow } from "../entities.ts";
import { canSee, type Side } from "../policy.ts";
import { channelsOf, findHearers, refuseUnheard } from "./hearers.ts";

export interface WaitingScene {
  tx: Transaction;
  place: WaitingPlaceRow;
  group: GroupRow;
  side: Side;
  deciders: readonly string[];
  /** The person is not in the network yet; its channel is held then. */
  isNew: boolean;
}

/** Locks what a waiting place hangs on, and asks whether the viewer may see it. */
export async function onWaitingPlace<T>(
  ctx: Context,
  id: string,
  work: (scene: WaitingScene) => Promise<T>,
): Promise<T> {
  const { personId } = ctx;
  const waitingPlaceId = uuidOf("WaitingPlace", id);
  const found = await ctx.db
    .selectFrom("waitingPlace")
    .innerJoin("group", "group.id", "waitingPlace.groupId")
    .select(["waitingPlace.groupId", "waitingPlace.personId", "group.networkId"])
    .where("waitingPlace.id", "=", waitingPlaceId)
    .executeTakeFirst();
  if (!found) throw notFound();
  const { groupId, networkId } = found;
  const look = async (db: Context["db"]): Promise<Side> => {
    const at = await standingIn(db, { groupId, personId });
    const admits = at !== null && groupPolicy.ADMIT(at.standing, at.group);
    const side = { isOwn: found.personId === personId, admits };
    if (!canSee(side)) throw notFound();
    return side;
  };
  await look(ctx.db);
  const isNew = !(await networkRoleIn(ctx.db, { networkId, personId: found.personId }));
  const hearers = await findHearers(ctx.db, { groupId, people: [found.personId] });
  const channels = [groupId, personId, ...channelsOf(hearers), ...(isNew ? [networkId] : [])];
  return ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const side = await look(tx.db);
    await refuseUnheard(tx, groupId);
    const place = await tx.em.findOneOrFail(WaitingPlaceSchema, { id: waitingPlaceId });
    const group = await groupRow(tx, groupId);
    return work({ tx, place, group, side, deciders: hearers.deciders, isNew });
  });
}
