import type { Db } from "../../../platform/database/database.ts";
import { groupRow, refuseUnheld, type Departure } from "../../groups/public.ts";
import { ApplicationSchema, WaitingPlaceSchema } from "../entities.ts";
import { ApplicationMoved } from "../facts.ts";
import { channelsOf, findHearers, tell } from "./hearers.ts";
import { end } from "./queue.ts";

interface Who {
  networkId: string;
  personId: string;
}

/** Who goes from a network applies for nothing in it and waits for nothing any more. */
export const endWishes: Departure = {
  async channels(db, who) {
    const groupIds = await groupsOf(db, who);
    const hearers = await Promise.all(groupIds.map((id) => hearersIn(db, id, who)));
    return [...groupIds, ...hearers.flatMap(channelsOf)];
  },
  async depart(tx, who) {
    const { personId } = who;
    for (const groupId of await groupsOf(tx.db, who)) {
      const hearers = await hearersIn(tx.db, groupId, who);
      const { deciders } = hearers;
      refuseUnheld(tx, [groupId, ...channelsOf(hearers)]);
      const group = await groupRow(tx, groupId);
      const waiting = await tx.em.find(WaitingPlaceSchema, {
        groupId,
        personId,
        state: { $in: ["WAITING", "OFFERED"] },
      });
      for (const place of waiting) end(tx, { place, group, deciders, as: "GIVEN_UP" });
      const applications = await tx.em.find(ApplicationSchema, {
        groupId,
        personId,
        state: { $in: ["SUBMITTED", "INFORMATION_ASKED"] },
      });
      for (const application of applications) {
        application.state = "WITHDRAWN";
        application.dueAt = null;
        application.updatedAt = tx.at;
        const data = { applicationId: application.id, groupId };
        tell(tx, { deciders, personId }, { fact: ApplicationMoved, data });
      }
    }
  },
};

const hearersIn = (db: Db, groupId: string, { personId }: Who) =>
  findHearers(db, { groupId, people: [personId] });

/** The groups of the network in which something of the person is undecided. */
async function groupsOf(db: Db, { networkId, personId }: Who): Promise<string[]> {
  const rows = await db
    .selectFrom("application")
    .innerJoin("group", "group.id", "application.groupId")
    .select("group.id")
    .where("group.networkId", "=", networkId)
    .where("application.personId", "=", personId)
    .where("application.state", "in", ["SUBMITTED", "INFORMATION_ASKED"])
    .union(
      db
        .selectFrom("waitingPlace")
        .innerJoin("group", "group.id", "waitingPlace.groupId")
        .select("group.id")
        .where("group.networkId", "=", networkId)
        .where("waitingPlace.personId", "=", personId)
        .where("waitingPlace.state", "in", ["WAITING", "OFFERED"]),
    )
    .execute();
  return rows.map(({ id }) => id);
}
