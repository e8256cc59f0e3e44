import type { Fact } from "../../../live/fact.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { GroupRow } from "../entities/group.ts";

// Who is told that there is a group, beside its members. The network's channel is everybody's, and even a number
// missing in it would tell of what nobody may know; so of a confidential group nothing is stated there, and the
// network's managers hear of it each in their own channel.

/** The channels in which a group's being there is told: the command holds all of them, whatever it makes of the group. */
export interface Sight {
  networkId: string;
  managers: readonly string[];
}

export async function findSight(db: Db, networkId: string): Promise<Sight> {
  const rows = await db
    .selectFrom("networkMembership")
    .select("personId")
    .where("networkId", "=", networkId)
    .where("role", "=", "MANAGER")
    .where("until", "is", null)
    .execute();
  return { networkId, managers: rows.map(({ personId }) => personId) };
}

export const channelsOf = ({ networkId, managers }: Sight): string[] => [networkId, ...managers];

/** States a fact about a group to those around it who may know of it. */
export function tellAround<Data extends object>(
  tx: Transaction,
  { sight, visibility }: { sight: Sight } & Pick<GroupRow, "visibility">,
  { fact, data }: { fact: Fact<Data>; data: Data },
): void {
  const channels = visibility === "CONFIDENTIAL" ? sight.managers : [sight.networkId];
  for (const channelId of channels) tx.state(fact, { channelId, data });
}
