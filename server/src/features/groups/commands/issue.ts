import { sql } from "kysely";
import { demand } from "../../../house/actions.ts";
import { refused } from "../../../house/refusal.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Role } from "../../networks/public.ts";
import type { GroupRow } from "../entities/group.ts";
import type { InvitedRole } from "../entities/invitation.ts";
import { groupPolicy } from "../policy.ts";
import { getStandingIn } from "../queries/standing.ts";
import { refuseDerived } from "./places.ts";

const PER_DAY = 300;

/** Roles that an invitation can give. Managers and moderators are made among those who are in. */
export function invitedRole(role: Role): InvitedRole {
  if (role === "MEMBER" || role === "COORDINATOR") return role;
  throw refused("INVALID_INPUT", "People are invited as members or coordinators.", ["role"]);
}

/** After the lock: the group, for somebody who may invite into it in this role. */
export async function getGroupToInvite(
  db: Db,
  { role, ...who }: { groupId: string; personId: string; role: InvitedRole },
): Promise<GroupRow> {
  const { group, standing } = await getStandingIn(db, who);
  refuseDerived(group);
  demand(groupPolicy.INVITE, { standing, state: group });
  if (role === "COORDINATOR") demand(groupPolicy.ADMIT, { standing, state: group }, ["role"]);
  return group;
}

/** After the lock: refuses who may not see and take back its invitations. */
export async function demandAdmission(
  db: Db,
  who: { groupId: string; personId: string },
): Promise<void> {
  const { group, standing } = await getStandingIn(db, who);
  demand(groupPolicy.ADMIT, { standing, state: group });
}

/** Refuses more invitations than a person may issue in a day. Exact, because the command holds the person's channel. */
export async function checkDailyLimit(
  db: Db,
  { personId, more }: { personId: string; more: number },
): Promise<void> {
  const { issued } = await db
    .selectFrom("invitation")
    .select((count) => count.fn.countAll<string>().as("issued"))
    .where("invitedBy", "=", personId)
    .where("batchId", "is", null)
    .where("issuedAt", ">", sql<Date>`now() - interval '1 day'`)
    .executeTakeFirstOrThrow();
  if (Number(issued) + more > PER_DAY)
    throw refused(
      "LIMIT_REACHED",
      `One person issues at most ${PER_DAY} invitations a day: go on tomorrow.`,
    );
}
