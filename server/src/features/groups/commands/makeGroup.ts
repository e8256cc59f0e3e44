import { v7 as uuid } from "uuid";
import type { Transaction } from "../../../live/write.ts";
import type { Founding } from "../../networks/public.ts";
import { GroupSchema, type GroupRow } from "../entities/group.ts";
import { GroupCreated } from "../facts.ts";

type Wanted = Pick<
  GroupRow,
  | "networkId"
  | "kind"
  | "name"
  | "description"
  | "country"
  | "memberCapacity"
  | "coordinatorCapacity"
>;

/** Makes a group with its channel. The command holds the network's channel. */
export async function makeGroup(tx: Transaction, wanted: Wanted): Promise<GroupRow> {
  const { at } = tx;
  const group = tx.em.create(GroupSchema, {
    id: uuid(),
    ...wanted,
    memberCount: 0,
    coordinatorCount: 0,
    lastActivityAt: at,
    createdAt: at,
  });
  // Before whatever hangs on it.
  await tx.em.flush();
  tx.createChannel(group.id, "GROUP");
  tx.state(GroupCreated, { channelId: group.networkId, data: { groupId: group.id } });
  return group;
}

/** Every network has a coordinators' group from its first moment. */
export const foundCoordinatorsGroup: Founding = async (tx, { networkId }) => {
  await makeGroup(tx, {
    networkId,
    kind: "COORDINATORS",
    name: "Coordinators",
    description: null,
    country: null,
    memberCapacity: null,
    coordinatorCapacity: null,
  });
};
