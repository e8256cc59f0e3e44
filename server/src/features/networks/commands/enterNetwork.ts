import { v7 as uuid } from "uuid";
import type { Transaction } from "../../../live/write.ts";
import { NetworkMembershipSchema, NetworkSchema, type NetworkRole } from "../entities.ts";
import { NetworkJoined } from "../facts.ts";
import { networkRoleIn } from "../queries.ts";

/** Makes a person a member of the network; the command holds both their channels. Does nothing when they are one. */
export async function enterNetwork(
  tx: Transaction,
  {
    networkId,
    personId,
    role = "MEMBER",
  }: { networkId: string; personId: string; role?: NetworkRole },
): Promise<void> {
  if (await networkRoleIn(tx.db, { networkId, personId })) return;
  const network = await tx.em.findOneOrFail(NetworkSchema, { id: networkId });
  network.memberCount += 1;
  tx.em.create(NetworkMembershipSchema, {
    id: uuid(),
    networkId,
    personId,
    role,
    since: tx.at,
    until: null,
    endedAs: null,
  });
  tx.openSpan(networkId, personId);
  for (const channelId of [networkId, personId])
    tx.state(NetworkJoined, { channelId, data: { networkId, personId } });
}
