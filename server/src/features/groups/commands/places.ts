import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { demand } from "../../../house/actions.ts";
import { Refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuseUnheld, type Role } from "../../networks/public.ts";
import { countSeat, fullAt, GroupSchema, type GroupRow } from "../entities/group.ts";
import { MembershipSchema, type MembershipRow } from "../entities/membership.ts";
import {
  GroupJoined,
  GroupLeft,
  GroupRoleChanged,
  MemberAdmitted,
  MemberLeft,
  MemberRemoved,
  RoleChanged,
  SeatsChanged,
} from "../facts.ts";
import { comingIn, doneByHand } from "../policy.ts";
import { GroupFull } from "../types/group.ts";

// The steps by which a person comes into a group, changes their role and goes. The command that takes them
// holds the channels of `channelsOfPlace`, and has asked the policy.

/**
 * What must be locked where a coordinator's place may come or go: group, person, and what follows from it. Of the
 * coordinators' room only where it may change: whoever has nothing to do with it does not even wait for it.
 */
export async function channelsOfPlace(
  db: Db,
  { groupId, personId, gives }: { groupId: string; personId: string; gives?: Role },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select derived.id from "group" home
    join "group" derived on derived.network_id = home.network_id and derived.kind = 'COORDINATORS'
      and derived.room_of is null
    where home.id = ${groupId}
    union all
    select id from "group" room where room_of = ${groupId} and (${gives === "COORDINATOR"}
      or exists (select from membership where group_id = room.id and person_id = ${personId}
        and state = 'ACTIVE'))`.execute(db);
  return [groupId, personId, ...rows.map(({ id }) => id)];
}

/** Gives a person a place; `held`: on the seat that is held for them. Throws GroupFull when the role has no seat left, and refuses where nobody comes in any more. */
export async function admit(
  tx: Transaction,
  {
    group,
    personId,
    role,
    held = false,
  }: { group: GroupRow; personId: string; role: Role; held?: boolean },
): Promise<MembershipRow> {
  demand(comingIn, { standing: nobody, state: group });
  if (held) group.heldCount -= 1;
  takeSeat(group, role, held ? "INSIDE" : "OUTSIDE");
  const membership = tx.em.create(MembershipSchema, {
    id: uuid(),
    groupId: group.id,
    personId,
    role,
    state: "ACTIVE",
    since: tx.at,
    endedAt: null,
  });
  tx.openSpan(group.id, personId);
  tx.state(MemberAdmitted, {
    channelId: group.id,
    data: { membershipId: membership.id, personId, role },
  });
  tx.state(GroupJoined, { channelId: personId, data: { groupId: group.id } });
  if (role === "COORDINATOR") await followCoordinators(tx, { group, personId, as: "REMOVED" });
  return membership;
}

/** Ends a place: the person sees nothing that is stated from here on. */
export async function dismiss(
  tx: Transaction,
  {
    group,
    membership,
    as,
    reason,
  }: { group: GroupRow; membership: MembershipRow; as: Going; reason: string | null },
): Promise<void> {
  const { id: membershipId, personId, role } = membership;
  countSeat(group, { role, by: -1 });
  membership.state = as;
  membership.endedAt = tx.at;
  tx.closeSpan(group.id, personId);
  tx.state(as === "LEFT" ? MemberLeft : MemberRemoved, {
    channelId: group.id,
    data: { membershipId, personId, reason },
  });
  tx.state(GroupLeft, { channelId: personId, data: { groupId: group.id } });
  if (role === "COORDINATOR") await followCoordinators(tx, { group, personId, as });
}

/** Gives a member another role. Throws GroupFull when it has no seat left. What they see goes on unbroken. */
export async function giveRole(
  tx: Transaction,
  {
    group,
    membership,
    role,
    reason,
  }: { group: GroupRow; membership: MembershipRow; role: Role; reason: string | null },
): Promise<void> {
  const { id: membershipId, personId, role: from } = membership;
  takeSeat(group, role, "INSIDE");
  countSeat(group, { role: from, by: -1 });
  membership.role = role;
  tellRole(tx, { group, place: { membershipId, personId }, from, to: role, reason });
  if (from === "COORDINATOR" || role === "COORDINATOR")
    await followCoordinators(tx, { group, personId, as: "REMOVED" });
}

/** Two people in a group change roles with each other, so that no seat is taken or freed. */
export async function swapRoles(
  tx: Transaction,
  {
    group,
    from,
    to,
    reason,
  }: { group: GroupRow; from: MembershipRow; to: MembershipRow; reason: string | null },
): Promise<void> {
  const roles = [from.role, to.role] as const;
  [to.role, from.role] = roles;
  for (const [place, before] of [
    [to, roles[1]],
    [from, roles[0]],
  ] as const) {
    const { id: membershipId, personId, role } = place;
    tellRole(tx, { group, place: { membershipId, personId }, from: before, to: role, reason });
    if (roles.includes("COORDINATOR"))
      await followCoordinators(tx, { group, personId, as: "REMOVED" });
  }
}

/** To the group, and to the person wherever they are: with a role comes what one decides about. */
function tellRole(
  tx: Transaction,
  {
    group,
    place,
    from,
    to,
    reason,
  }: {
    group: GroupRow;
    place: { membershipId: string; personId: string };
    from: Role;
    to: Role;
    reason: string | null;
  },
): void {
  tx.state(RoleChanged, { channelId: group.id, data: { ...place, from, to, reason } });
  tx.state(GroupRoleChanged, {
    channelId: place.personId,
    data: { groupId: group.id, from, to },
  });
}

type Going = "LEFT" | "REMOVED";

function takeSeat(group: GroupRow, role: Role, from: "OUTSIDE" | "INSIDE"): void {
  const capacity = fullAt(group, role, from);
  if (capacity !== null) throw groupFull(role, capacity);
  countSeat(group, { role, by: 1 });
}

/** The group as the unit of work has it, for the rooms that count its seats through this one. */
export const groupRow = (tx: Transaction, id: string): Promise<GroupRow> =>
  tx.em.findOneOrFail(GroupSchema, { id });

/** More or fewer people wait for a seat, or have one held for them. The command holds the group's channel. */
export function countQueue(
  tx: Transaction,
  { group, waiting = 0, held = 0 }: { group: GroupRow; waiting?: number; held?: number },
): void {
  group.waitingCount += waiting;
  group.heldCount += held;
  tx.state(SeatsChanged, { channelId: group.id, data: { groupId: group.id } });
}

function groupFull(role: Role, capacity: number): Refused {
  const seats = role === "COORDINATOR" ? "coordinators" : "members";
  return new Refused(
    Object.assign(new GroupFull(), {
      code: "GROUP_FULL" as const,
      message: `All ${capacity} places for ${seats} in this group are taken or promised. Ask its coordinators whether one becomes free.`,
      field: null,
      role,
      capacity,
    }),
  );
}

/** Makes the person's places among the network's coordinators and in the group's own room what their roles say. */
async function followCoordinators(
  tx: Transaction,
  { group, personId, as }: { group: GroupRow; personId: string; as: Going },
): Promise<void> {
  await tx.em.flush();
  const { networkId } = group;
  const all = await tx.em.findOne(GroupSchema, { networkId, kind: "COORDINATORS", roomOf: null });
  const room = await tx.em.findOne(GroupSchema, { roomOf: group.id });
  for (const derived of [all, room]) {
    if (!derived) continue;
    const leads = await coordinates(tx.db, { personId, networkId, groupId: derived.roomOf });
    const place = await tx.em.findOne(MembershipSchema, {
      groupId: derived.id,
      personId,
      state: "ACTIVE",
    });
    if (leads === Boolean(place)) continue;
    // A room may have been opened since the channels were read.
    refuseUnheld(tx, [derived.id]);
    if (place) await dismiss(tx, { group: derived, membership: place, as, reason: null });
    else await admit(tx, { group: derived, personId, role: "MEMBER" });
  }
}

/** Whether somebody coordinates the group, or where none is named one of the network's. */
async function coordinates(
  db: Db,
  {
    personId,
    networkId,
    groupId,
  }: { personId: string; networkId: string; groupId: string | null | undefined },
): Promise<boolean> {
  let places = db
    .selectFrom("membership")
    .innerJoin("group", "group.id", "membership.groupId")
    .select("membership.id")
    .where("group.networkId", "=", networkId)
    .where("group.kind", "!=", "COORDINATORS")
    .where("membership.personId", "=", personId)
    .where("membership.role", "=", "COORDINATOR")
    .where("membership.state", "=", "ACTIVE")
    .limit(1);
  if (groupId) places = places.where("group.id", "=", groupId);
  return Boolean(await places.executeTakeFirst());
}

/** Refuses what is done by hand to the coordinators' group, which follows roles elsewhere. */
export function refuseDerived(group: GroupRow): void {
  demand(doneByHand, { standing: nobody, state: group });
}

/** For rules that go by the group alone. */
const nobody = { role: null, networkRole: null, sealed: false };
