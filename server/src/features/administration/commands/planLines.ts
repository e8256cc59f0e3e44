import { sql } from "kysely";
import { cleanOptionalLine, folded } from "../../../house/text.ts";
import { findPeopleByAddress } from "../../../platform/auth/addresses.ts";
import type { Db } from "../../../platform/database/database.ts";
import { addressOf, comingIn, type InvitedRole } from "../../groups/public.ts";
import type { BulkLineRow, LinePlan } from "../entities.ts";
import { looksAlike } from "../lookalike.ts";
import type { Written } from "./readTable.ts";

/** What is meant where a line says nothing. */
interface Usual {
  networkId: string;
  groupId: string | null;
  role: InvitedRole;
}
type Planned = Omit<BulkLineRow, "actId">;

/** Characters of a cell that are kept. */
const LONGEST = 120;

const roleWords: ReadonlyMap<string, InvitedRole> = new Map([
  ["member", "MEMBER"],
  ["participant", "MEMBER"],
  ["coordinator", "COORDINATOR"],
  ["co-ordinator", "COORDINATOR"],
]);

/** Says of every line what would be done with it, without doing anything. Its statements do not grow with the list. */
export async function planLines(
  db: Db,
  { written, usual }: { written: readonly Written[]; usual: Usual },
): Promise<Planned[]> {
  const groups = await readGroups(db, usual.networkId);
  const byId = new Map(groups.map((group) => [group.id, group]));
  const byName = Map.groupBy(groups, ({ name }) => folded(name));
  const seen = new Set<string>();
  const lines = written.map((one, at): Planned => {
    const address = addressOf(one.email);
    const named = one.group ? (byName.get(folded(one.group)) ?? []) : null;
    const groupId = named ? (named.length === 1 ? named[0].id : null) : usual.groupId;
    const role = one.role ? roleWords.get(folded(one.role)) : usual.role;
    const plan = (): LinePlan => {
      if (!address) return "WRONG_ADDRESS";
      if (named && named.length > 1) return "SEVERAL_GROUPS";
      const group = groupId && byId.get(groupId);
      if (!group) return "NO_GROUP";
      if (!role) return "WRONG_ROLE";
      if (!group.open) return "CLOSED_GROUP";
      if (seen.has(`${address} ${groupId}`)) return "DOUBLED";
      seen.add(`${address} ${groupId}`);
      return looksAlike(address) ? "LOOKALIKE" : "INVITE";
    };
    return {
      number: at + 1,
      email: address ?? shown(one.email) ?? "",
      name: shown(one.name),
      groupName: shown(one.group),
      groupId,
      role: role ?? null,
      plan: plan(),
      outcome: null,
      reason: null,
      invitationId: null,
    };
  });
  return compare(db, lines);
}

/** What was written, short, with nothing hidden in it. */
const shown = (text: string): string | null =>
  cleanOptionalLine(Array.from(text).slice(0, LONGEST).join(""), {
    field: "text",
    max: 2 * LONGEST,
  });

async function readGroups(db: Db, networkId: string) {
  const rows = await db
    .selectFrom("group")
    .select(["id", "name", "kind", "visibility", "state", "coordinatorCount"])
    .where("networkId", "=", networkId)
    // A room of coordinators has its group's name, and is nobody's but theirs.
    .where("roomOf", "is", null)
    .execute();
  const nobody = { role: null, networkRole: null, sealed: false };
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    open: row.kind !== "COORDINATORS" && comingIn(nobody, row),
  }));
}

/** Who is inside already, and who was invited before. */
async function compare(db: Db, lines: Planned[]): Promise<Planned[]> {
  const asked = lines.filter(({ plan }) => plan === "INVITE" || plan === "LOOKALIKE");
  if (asked.length === 0) return lines;
  const emails = asked.map(({ email }) => email);
  const groupIds = asked.map(({ groupId }) => groupId);
  const people = await findPeopleByAddress(db, emails);
  const { rows: inside } = await sql<{ groupId: string; personId: string }>`
    select group_id, person_id from membership where state = 'ACTIVE'
      and group_id = any(${sql.val([...new Set(groupIds)])}::uuid[])
      and person_id = any(${sql.val([...people.values()])}::uuid[])`.execute(db);
  const { rows: before } = await sql<{ groupId: string; email: string; isInside: boolean }>`
    select invitation.group_id, invitation.email, bool_or(membership.id is not null) as is_inside
    from unnest(${sql.val(groupIds)}::uuid[], ${sql.val(emails)}::text[]) as asked (group_id, email)
    join invitation on invitation.group_id = asked.group_id and invitation.email = asked.email
      and revoked_at is null
    left join invitation_use on invitation_use.invitation_id = invitation.id
    left join membership on membership.group_id = invitation.group_id
      and membership.person_id = invitation_use.person_id and membership.state = 'ACTIVE'
    where invitation.use_count = 0 or membership.id is not null
    group by invitation.group_id, invitation.email`.execute(db);
  const members = new Set(inside.map((row) => `${row.groupId} ${row.personId}`));
  const known = new Map(before.map((row) => [`${row.groupId} ${row.email}`, row.isInside]));
  return lines.map((line) => {
    if (line.plan !== "INVITE" && line.plan !== "LOOKALIKE") return line;
    const { groupId, email, plan } = line;
    const earlier = known.get(`${groupId} ${email}`);
    if (earlier || members.has(`${groupId} ${people.get(email)}`))
      return { ...line, plan: "INSIDE" };
    return plan === "INVITE" && earlier === false ? { ...line, plan: "SEND_AGAIN" } : line;
  });
}
