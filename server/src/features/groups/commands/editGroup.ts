import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { GroupSchema, type GroupRow } from "../entities/group.ts";
import { GroupEdited, GroupHidden } from "../facts.ts";
import { groupPolicy } from "../policy.ts";
import { getGroup } from "../queries/groups.ts";
import { getStandingIn } from "../queries/standing.ts";
import type { Group } from "../types/group.ts";
import type { EditGroupInput } from "../types/groupInputs.ts";
import { findRoom, roomIn, roomName } from "./rooms.ts";
import { channelsOf, findSight, tellAround } from "./sight.ts";
import { changedSeats, checkDays, wishedContext } from "./wishes.ts";

/** What is not for coordinators alone to decide. */
const settings = [
  "visibility",
  "startsOn",
  "endsOn",
  "memberCapacity",
  "coordinatorCapacity",
] as const;

/** Changes what a group says of itself, who may know of it, its days and its seats. */
export async function editGroup(ctx: Context, input: EditGroupInput): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const sight = await findSight(ctx.db, (await getGroup(ctx, groupId)).networkId);

  const channels = [groupId, ...channelsOf(sight), ...(await findRoom(ctx.db, groupId))];
  await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    demand(groupPolicy.EDIT, { standing, state: group });
    const setting = settings.find((name) => input[name] !== undefined);
    if (setting) demand(groupPolicy.SET_UP, { standing, state: group }, [setting]);
    const row = await tx.em.findOneOrFail(GroupSchema, { id: groupId });
    const before = row.visibility;
    if (input.name !== undefined)
      await rename(tx, row, cleanLine(input.name ?? "", { field: "name", max: 120 }));
    Object.assign(row, wishedContext(input), changedSeats(input, row));
    checkDays(row);
    if (input.visibility === null)
      throw refused("INVALID_INPUT", "A group has a visibility: choose one of the four.", [
        "visibility",
      ]);
    row.visibility = input.visibility ?? before;
    const { visibility } = row;
    const data = { groupId };
    tx.state(GroupEdited, { channelId: groupId, data });
    tellAround(tx, { sight, visibility }, { fact: GroupEdited, data });
    // Those who knew of it are told to forget it.
    if (visibility === "CONFIDENTIAL" && before !== visibility)
      tx.state(GroupHidden, { channelId: sight.networkId, data });
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}

/** The room of its coordinators is called after it. */
async function rename(tx: Transaction, group: GroupRow, name: string): Promise<void> {
  if (group.name === name) return;
  group.name = name;
  const room = await roomIn(tx, group.id);
  if (!room) return;
  room.name = roomName(name);
  tx.state(GroupEdited, { channelId: room.id, data: { groupId: room.id } });
}
