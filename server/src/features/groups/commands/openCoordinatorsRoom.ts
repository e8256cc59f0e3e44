import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { refuseUnheld } from "../../networks/public.ts";
import { GroupSchema } from "../entities/group.ts";
import { groupPolicy, takesRoom } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { OpenCoordinatorsRoomInput } from "../types/groupInputs.ts";
import { emptyGroup, makeGroup } from "./makeGroup.ts";
import { admit } from "./places.ts";
import { roomName } from "./rooms.ts";

/** The room of a group's coordinators, made with all of them in it when the first one asks for it. */
export async function openCoordinatorsRoom(
  ctx: Context,
  input: OpenCoordinatorsRoomInput,
): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const seen = await getGroup(ctx, groupId);
  demand(groupPolicy.CONFER, { standing: seen.standing, state: seen });
  const channels = [groupId, ...(await coordinatorsOf(ctx.db, groupId))];

  const roomId = await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    demand(groupPolicy.CONFER, { standing, state: group });
    const open = await tx.em.findOne(GroupSchema, { roomOf: groupId });
    if (open) return open.id;
    demand(takesRoom, { standing, state: group });
    const coordinators = await coordinatorsOf(tx.db, groupId);
    refuseUnheld(tx, coordinators);
    const { networkId, name } = group;
    const room = await makeGroup(tx, {
      wanted: {
        ...emptyGroup,
        networkId,
        roomOf: groupId,
        kind: "COORDINATORS",
        name: roomName(name),
        visibility: "CONFIDENTIAL",
      },
      // Whoever is to know of it is in it.
      sight: { networkId, managers: [] },
    });
    for (const coordinator of coordinators)
      await admit(tx, { group: room, personId: coordinator, role: "MEMBER" });
    return room.id;
  });
  ctx.renew();
  return getGroup(ctx, roomId);
}

async function coordinatorsOf(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("membership")
    .select("personId")
    .where("groupId", "=", groupId)
    .where("role", "=", "COORDINATOR")
    .where("state", "=", "ACTIVE")
    .orderBy("since")
    .execute();
  return rows.map((row) => row.personId);
}
