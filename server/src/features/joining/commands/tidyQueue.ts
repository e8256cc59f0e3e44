import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LiveDelivery } from "../../../live/live.ts";
import { comingIn, fullAt, groupRow, type GroupRow } from "../../groups/public.ts";
import { ApplicationSchema, WaitingPlaceSchema } from "../entities.ts";
import { ApplicationMoved } from "../facts.ts";
import { channelsOf, findHearers, reachesDeciders, tell } from "./hearers.ts";
import { end, findPlaceOf, offer } from "./queue.ts";

/** So many people are looked at in one transaction; what is left over is for the next round. */
const BATCH = 50;

/**
 * Brings a group's line to what it must be: offers whose time is over lapse, free seats are offered to those who came
 * first, and where nobody comes in any more all of it lapses. Done twice it does nothing.
 * @returns whether something may be left to do.
 */
export async function tidyQueue(
  { db, live }: { db: Db; live: LiveDelivery },
  groupId: string,
): Promise<boolean> {
  const people = await findConcerned(db, groupId);
  if (people.length === 0) return false;
  const hearers = await findHearers(db, { groupId, people });
  const { deciders } = hearers;
  const channels = [groupId, ...channelsOf(hearers)];
  let unheard = false;
  await live.write({ channels, actorId: null }, async (tx) => {
    unheard = !(await reachesDeciders(tx, groupId));
    if (unheard) return;
    const group = await groupRow(tx, groupId);
    const line = await tx.em.find(
      WaitingPlaceSchema,
      { groupId, personId: { $in: [...people] }, state: { $in: ["WAITING", "OFFERED"] } },
      { orderBy: { createdAt: "asc", id: "asc" } },
    );
    const open = takesPeople(group);
    for (const place of line) {
      const late = place.state === "OFFERED" && place.expiresAt && place.expiresAt <= tx.at;
      if (late || !open) end(tx, { place, group, deciders, as: "LAPSED" });
    }
    for (const place of line) {
      if (place.state !== "WAITING") continue;
      if (await findPlaceOf(tx, { groupId, personId: place.personId }))
        end(tx, { place, group, deciders, as: "GIVEN_UP" });
      else if (fullAt(group, "MEMBER", "INSIDE") === null) offer(tx, { place, group, deciders });
      else break;
    }
    const applications = await tx.em.find(ApplicationSchema, {
      groupId,
      personId: { $in: [...people] },
      state: { $in: ["SUBMITTED", "INFORMATION_ASKED"] },
    });
    for (const application of applications) {
      if (open && !(application.dueAt && application.dueAt <= tx.at)) continue;
      application.state = "LAPSED";
      application.reason = open
        ? "What was asked was not answered in time."
        : "The group takes nobody new any more.";
      application.dueAt = null;
      application.updatedAt = tx.at;
      const { personId } = application;
      const data = { applicationId: application.id, groupId };
      tell(tx, { deciders, personId }, { fact: ApplicationMoved, data });
    }
  });
  return unheard || people.length === BATCH;
}

const takesPeople = (group: GroupRow) =>
  comingIn({ role: null, networkRole: null, sealed: false }, group);

/** Whose wishes may have to change: who is late, who is first in the line, and all where nobody comes in any more. */
async function findConcerned(db: Db, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with home as (select * from "group" where id = ${groupId})
    (select waiting_place.person_id from waiting_place, home
      where group_id = home.id and waiting_place.state in ('WAITING', 'OFFERED')
        and (home.state in ('GRADUATED', 'SEALED')
          or (waiting_place.state = 'OFFERED' and expires_at <= now())
          or (waiting_place.state = 'WAITING'
            and (home.member_capacity is null or home.member_count + home.held_count < home.member_capacity
              or exists (select from waiting_place late where late.group_id = home.id
                and late.state = 'OFFERED' and late.expires_at <= now()))))
      order by waiting_place.created_at, waiting_place.id limit ${BATCH})
    union
    (select application.person_id from application, home
      where group_id = home.id and application.state in ('SUBMITTED', 'INFORMATION_ASKED')
        and (home.state in ('GRADUATED', 'SEALED') or due_at <= now())
      order by application.person_id limit ${BATCH})`.execute(db);
  return rows.map(({ personId }) => personId);
}
