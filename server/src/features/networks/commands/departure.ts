import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import type { Db } from "../../../platform/database/database.ts";
import { NetworkMembershipSchema, NetworkSchema } from "../entities.ts";
import { NetworkLeft, NetworkMemberGone } from "../facts.ts";

/** Somebody who goes from a network. */
export interface Going {
  networkId: string;
  personId: string;
  as: "LEFT" | "REMOVED";
  reason: string | null;
  /** A group may be left without a coordinator. */
  evenIfLast: boolean;
}

/** What a higher room ends when somebody goes from a network, in the same transaction. */
export interface Departure {
  /** What it has to hold for that. */
  channels: (db: Db, who: Pick<Going, "networkId" | "personId">) => Promise<string[]>;
  /** Ends it. Refuses by `refuseUnheld` what came about since the channels were read. */
  depart: (tx: Transaction, going: Going) => Promise<void>;
}

/** The channels of whoever goes: held, nobody lets them into another group meanwhile. */
export async function channelsOfDeparture(
  db: Db,
  departures: readonly Departure[],
  who: Pick<Going, "networkId" | "personId">,
): Promise<string[]> {
  const further = await Promise.all(departures.map(({ channels }) => channels(db, who)));
  return [who.networkId, who.personId, ...further.flat()];
}

/** Refuses what has to wait for a lock that this transaction does not have. */
export function refuseUnheld(tx: Transaction, channels: readonly string[]): void {
  if (!channels.every((id) => tx.holds(id)))
    throw refused("STATE_CHANGED", "Something changed at this very moment: try again.");
}

/** Ends a place in a network with everything that hangs on it: nothing that is stated from here on is seen. */
export async function goFromNetwork(
  tx: Transaction,
  departures: readonly Departure[],
  going: Going,
): Promise<void> {
  const { networkId, personId, as, reason } = going;
  for (const { depart } of departures) await depart(tx, going);
  const place = await tx.em.findOneOrFail(NetworkMembershipSchema, {
    networkId,
    personId,
    until: null,
  });
  const network = await tx.em.findOneOrFail(NetworkSchema, { id: networkId });
  network.memberCount -= 1;
  place.until = tx.at;
  place.endedAs = as;
  tx.closeSpan(networkId, personId);
  const data = { networkId, membershipId: place.id, personId, as, reason };
  tx.state(NetworkMemberGone, { channelId: networkId, data });
  tx.state(NetworkLeft, { channelId: personId, data: { networkId } });
}
