import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuseUnheld } from "../../networks/public.ts";
import { GroupSchema, type GroupRow } from "../entities/group.ts";

// The room in which a group's coordinators talk among themselves: a derived group with a channel of its own, so that
// nothing of it, not even a number, is in what the group's members follow. It is called after its group and sealed
// with it; who is in it, `places.ts` keeps.

export const roomName = (groupName: string): string => `Coordinators of ${groupName}`;

/** The channel of a group's room, if it has one: to be locked by a command that the room follows. */
export async function findRoom(db: Db, groupId: string): Promise<string[]> {
  const rows = await db.selectFrom("group").select("id").where("roomOf", "=", groupId).execute();
  return rows.map(({ id }) => id);
}

/** The room, behind the lock of its group. Refuses when it was opened since the channels were read. */
export async function roomIn(tx: Transaction, groupId: string): Promise<GroupRow | null> {
  const room = await tx.em.findOne(GroupSchema, { roomOf: groupId });
  if (room) refuseUnheld(tx, [room.id]);
  return room;
}
