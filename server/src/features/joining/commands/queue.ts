import { v7 as uuid } from "uuid";
import type { Transaction } from "../../../live/write.ts";
import { countQueue, type GroupRow } from "../../groups/public.ts";
import {
  OFFER_HOURS,
  WaitingPlaceSchema,
  type WaitingPlaceRow,
  type WaitingState,
} from "../entities.ts";
import { WaitingPlaceMoved } from "../facts.ts";
import { tell } from "./hearers.ts";

// The steps of waiting. The command that takes them holds the channels of the group, of the person and of the deciders.

interface About {
  group: GroupRow;
  deciders: readonly string[];
}

/** Puts a person at the end of the line. Who stands in it already keeps their place. */
export async function queueUp(
  tx: Transaction,
  { group, personId, deciders }: About & { personId: string },
): Promise<WaitingPlaceRow> {
  const open = await tx.em.findOne(WaitingPlaceSchema, {
    groupId: group.id,
    personId,
    state: { $in: ["WAITING", "OFFERED"] },
  });
  if (open) return open;
  const place = tx.em.create(WaitingPlaceSchema, {
    id: uuid(),
    groupId: group.id,
    personId,
    state: "WAITING",
    createdAt: tx.at,
    updatedAt: tx.at,
    expiresAt: null,
  });
  countQueue(tx, { group, waiting: 1 });
  tellOf(tx, place, deciders);
  return place;
}

/** Holds a free seat for who waits. */
export function offer(
  tx: Transaction,
  { place, group, deciders }: About & { place: WaitingPlaceRow },
): void {
  place.state = "OFFERED";
  place.updatedAt = tx.at;
  place.expiresAt = new Date(tx.at.getTime() + OFFER_HOURS * 3_600_000);
  countQueue(tx, { group, waiting: -1, held: 1 });
  tellOf(tx, place, deciders);
}

/** Ends a place in the line, and with it the seat that was held. */
export function end(
  tx: Transaction,
  {
    place,
    group,
    deciders,
    as,
  }: About & { place: WaitingPlaceRow; as: Exclude<WaitingState, "WAITING" | "OFFERED" | "TAKEN"> },
): void {
  countQueue(tx, place.state === "OFFERED" ? { group, held: -1 } : { group, waiting: -1 });
  place.state = as;
  place.updatedAt = tx.at;
  tellOf(tx, place, deciders);
}

export function tellOf(
  tx: Transaction,
  { id, groupId, personId }: WaitingPlaceRow,
  deciders: readonly string[],
): void {
  const data = { waitingPlaceId: id, groupId };
  tell(tx, { deciders, personId }, { fact: WaitingPlaceMoved, data });
}

/** The person's place in the group itself, when they are in it. */
export async function findPlaceOf(
  tx: Transaction,
  { groupId, personId }: { groupId: string; personId: string },
) {
  await tx.em.flush();
  return tx.db
    .selectFrom("membership")
    .selectAll()
    .where("groupId", "=", groupId)
    .where("personId", "=", personId)
    .where("state", "=", "ACTIVE")
    .executeTakeFirst();
}
