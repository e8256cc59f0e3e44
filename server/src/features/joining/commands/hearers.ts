import type { Fact } from "../../../live/fact.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuseUnheld } from "../../groups/public.ts";

// An application and a waiting place are between one person and those who decide: they are told in these people's own
// channels, and nowhere else.

/** Who decides about a group: its coordinators and managers, and those of its network. */
async function findDeciders(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("membership")
    .select("personId")
    .where("groupId", "=", groupId)
    .where("state", "=", "ACTIVE")
    .where("role", "in", ["COORDINATOR", "MANAGER"])
    .union(
      db
        .selectFrom("networkMembership")
        .innerJoin("group", "group.networkId", "networkMembership.networkId")
        .select("personId")
        .where("group.id", "=", groupId)
        .where("networkMembership.role", "=", "MANAGER")
        .where("until", "is", null),
    )
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Everybody who is to hear of what becomes of these people's wishes: the command locks all of their channels. */
export async function findHearers(
  db: Db,
  { groupId, people }: { groupId: string; people: readonly string[] },
): Promise<Hearers> {
  return { deciders: await findDeciders(db, groupId), people };
}

/** Whether all who decide about a group will hear: somebody may have come to decide since the channels were read. */
export async function reachesDeciders(tx: Transaction, groupId: string): Promise<boolean> {
  return (await findDeciders(tx.db, groupId)).every((id) => tx.holds(id));
}

/** Refuses where one of those who decide would not hear. */
export async function refuseUnheard(tx: Transaction, groupId: string): Promise<void> {
  refuseUnheld(tx, await findDeciders(tx.db, groupId));
}

export interface Hearers {
  deciders: readonly string[];
  people: readonly string[];
}

export const channelsOf = ({ deciders, people }: Hearers): string[] => [...deciders, ...people];

/** Tells whose it is, and who decides. */
export function tell<Data extends object>(
  tx: Transaction,
  { deciders, personId }: { deciders: readonly string[]; personId: string },
  { fact, data }: { fact: Fact<Data>; data: Data },
): void {
  for (const channelId of new Set([personId, ...deciders])) tx.state(fact, { channelId, data });
}
