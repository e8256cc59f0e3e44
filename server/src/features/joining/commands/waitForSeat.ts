import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import {
  comingIn,
  findWay,
  fullAt,
  getGroup,
  getStandingIn,
  groupPolicy,
  groupRow,
  useInvitation,
} from "../../groups/public.ts";
import { WaitingPlaceSchema } from "../entities.ts";
import type { WaitForSeatInput } from "../types/inputs.ts";
import { channelsOf, findHearers, refuseUnheard } from "./hearers.ts";
import { findPlaceOf, queueUp } from "./queue.ts";

/**
 * Takes a place in the line for a seat of a full group, which must be open to the viewer, or to which they hold an
 * invitation. Who waits already gets the place that they have.
 */
export async function waitForSeat(ctx: Context, input: WaitForSeatInput): Promise<string> {
  const { personId } = ctx;
  const way = input.token ? await findWay(ctx, input.token) : null;
  if (!way && !input.groupId)
    throw refused(
      "INVALID_INPUT",
      "Say for which group: give its id, or the token of an invitation.",
      ["groupId"],
    );
  if (way && way.role !== "MEMBER")
    throw refused("INVALID_INPUT", "Only seats for members are waited for. Ask who invited you.", [
      "token",
    ]);
  const groupId = way?.groupId ?? uuidOf("Group", input.groupId ?? "");
  if (!way) await getGroup(ctx, groupId);
  const hearers = await findHearers(ctx.db, { groupId, people: [personId] });
  const channels = [groupId, ...channelsOf(hearers)];
  return ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const open = await tx.em.findOne(WaitingPlaceSchema, {
      groupId,
      personId,
      state: { $in: ["WAITING", "OFFERED"] },
    });
    if (open) return open.id;
    await refuseUnheard(tx, groupId);
    const group = await groupRow(tx, groupId);
    if (await findPlaceOf(tx, { groupId, personId }))
      throw refused("STATE_CHANGED", "You are in this group already.");
    if (way)
      demand(comingIn, {
        standing: { role: null, networkRole: null, sealed: false },
        state: group,
      });
    else {
      const { standing } = await getStandingIn(tx.db, { groupId, personId });
      demand(groupPolicy.JOIN, { standing, state: group });
    }
    if (fullAt(group, "MEMBER") === null)
      throw refused("STATE_CHANGED", "A seat is free: join the group at once.");
    if (way) await useInvitation(tx, { way, personId });
    else await refuseRemoved(tx.db, { groupId, personId });
    return (await queueUp(tx, { group, personId, deciders: hearers.deciders })).id;
  });
}

async function refuseRemoved(
  db: Context["db"],
  { groupId, personId }: { groupId: string; personId: string },
): Promise<void> {
  const last = await db
    .selectFrom("membership")
    .select("state")
    .where("groupId", "=", groupId)
    .where("personId", "=", personId)
    .orderBy("endedAt", "desc")
    .executeTakeFirst();
  if (last?.state === "REMOVED")
    throw refused(
      "FORBIDDEN",
      "You were removed from this group: a coordinator can invite you again.",
    );
}
