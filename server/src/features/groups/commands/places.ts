import { v7 as uuid } from "uuid";
import { demand } from "../../../house/actions.ts";
import { Refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Role } from "../../networks/public.ts";
import { countSeat, fullAt, GroupSchema, type GroupRow } from "../entities/group.ts";
import { MembershipSchema, type MembershipRow } from "../entities/membership.ts";
import {
  GroupJoined,
  GroupLeft,
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

/** What must be locked where a coordinator's place may come or go: group, person, and the coordinators' group. */
export async function channelsOfPlace(
  db: Db,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<string[]> {
  const coordinators = await db
    .selectFrom("group as home")
    .innerJoin("group", "group.networkId", "home.networkId")
    .select("group.id")
    .where("home.id", "=", groupId)
    .where("group.kind", "=", "COORDINATORS")
    .executeTakeFirst();
  return [groupId, personId, ...(coordinators ? [coordinators.id] : [])];
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
  tx.state(RoleChanged, {
    channelId: group.id,
    data: { membershipId, personId, from, to: role, reason },
  });
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
    const data = { membershipId, personId, from: before, to: role, reason };
    tx.state(RoleChanged, { channelId: group.id, data });
    if (roles.includes("COORDINATOR"))
      await followCoordinators(tx, { group, personId, as: "REMOVED" });
  }
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

/** Makes the person's place in the coordinators' group what their roles in the network's other groups say. */
async function followCoordinators(
  tx: Transaction,
  { group, personId, as }: { group: GroupRow; personId: string; as: Going },
): Promise<void> {
  await tx.em.flush();
  const coordinators = await tx.em.findOne(GroupSchema, {
    networkId: group.networkId,
    kind: "COORDINATORS",
  });
  if (!coordinators) return;
  const place = await tx.em.findOne(MembershipSchema, {
    groupId: coordinators.id,
    personId,
    state: "ACTIVE",
  });
  const leads = await tx.db
    .selectFrom("membership")
    .innerJoin("group", "group.id", "membership.groupId")
    .select("membership.id")
    .where("group.networkId", "=", group.networkId)
    .where("group.kind", "!=", "COORDINATORS")
    .where("membership.personId", "=", personId)
    .where("membership.role", "=", "COORDINATOR")
    .where("membership.state", "=", "ACTIVE")
    .limit(1)
    .executeTakeFirst();
  if (leads && !place) await admit(tx, { group: coordinators, personId, role: "MEMBER" });
  if (!leads && place)
    await dismiss(tx, { group: coordinators, membership: place, as, reason: null });
}

/** Refuses what is done by hand to the coordinators' group, which follows roles elsewhere. */
export function refuseDerived(group: GroupRow): void {
  demand(doneByHand, { standing: nobody, state: group });
}

/** For rules that go by the group alone. */
const nobody = { role: null, networkRole: null, sealed: false };
