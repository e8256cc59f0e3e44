import { v7 as uuid } from "uuid";
import type { Transaction } from "../../../live/write.ts";
import type { Founding } from "../../networks/public.ts";
import { GroupSchema, type GroupRow } from "../entities/group.ts";
import { GroupCreated } from "../facts.ts";
import { tellAround, type Sight } from "./sight.ts";

type Given = "id" | "memberCount" | "coordinatorCount" | "lastActivityAt" | "createdAt";

/** A group of which nothing is said. */
export const emptyGroup = {
  roomOf: null,
  description: null,
  country: null,
  memberCapacity: null,
  coordinatorCapacity: null,
  heldCount: 0,
  waitingCount: 0,
  visibility: "PRIVATE",
  state: "ACTIVE",
  setting: null,
  facilityLevel: null,
  resources: null,
  field: null,
  language: null,
  startsOn: null,
  endsOn: null,
} as const;

/** Makes a group with its channel. The command holds the channels of `sight`. */
export async function makeGroup(
  tx: Transaction,
  { wanted, sight }: { wanted: Omit<GroupRow, Given | "stateSince">; sight: Sight },
): Promise<GroupRow> {
  const { at } = tx;
  const group = tx.em.create(GroupSchema, {
    id: uuid(),
    ...wanted,
    memberCount: 0,
    coordinatorCount: 0,
    stateSince: at,
    lastActivityAt: at,
    createdAt: at,
  });
  // Before whatever hangs on it.
  await tx.em.flush();
  tx.createChannel(group.id, "GROUP");
  const { visibility } = group;
  tellAround(tx, { sight, visibility }, { fact: GroupCreated, data: { groupId: group.id } });
  return group;
}

/** Every network has a coordinators' group from its first moment. */
export const foundCoordinatorsGroup: Founding = async (tx, { networkId }) => {
  const wanted = { ...emptyGroup, networkId, kind: "COORDINATORS", name: "Coordinators" } as const;
  await makeGroup(tx, { wanted, sight: { networkId, managers: [] } });
};
