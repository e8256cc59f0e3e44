import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { groupPolicy, groupRow, standingIn, type GroupRow } from "../../groups/public.ts";
import { ApplicationSchema, type ApplicationRow } from "../entities.ts";
import { ApplicationMoved } from "../facts.ts";
import { applicationPolicy, canSee, type ApplicationEvent } from "../policy.ts";
import { channelsOf, findHearers, refuseUnheard, tell } from "./hearers.ts";

export interface Scene {
  tx: Transaction;
  application: ApplicationRow;
  group: GroupRow;
  deciders: readonly string[];
}

/**
 * Does one event to an application: locks, asks the policy, does it and tells both sides. `isDone`: what a second click
 * finds done; it is answered like the first.
 */
export async function onApplication(
  ctx: Context,
  {
    id,
    event,
    isDone,
  }: { id: string; event: ApplicationEvent; isDone?: (row: ApplicationRow) => boolean },
  work: (scene: Scene) => Promise<void> | void,
): Promise<string> {
  const { personId } = ctx;
  const applicationId = uuidOf("Application", id);
  const found = await ctx.db
    .selectFrom("application")
    .select(["groupId", "personId"])
    .where("id", "=", applicationId)
    .executeTakeFirst();
  if (!found) throw notFound();
  const { groupId } = found;
  // Who may not see it does not even wait for its lock.
  await sideOf(ctx.db, { groupId, of: found.personId, personId });
  const hearers = await findHearers(ctx.db, { groupId, people: [found.personId] });
  const { deciders } = hearers;
  const channels = [groupId, personId, ...channelsOf(hearers)];
  await ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const side = await sideOf(tx.db, { groupId, of: found.personId, personId });
    const application = await tx.em.findOneOrFail(ApplicationSchema, { id: applicationId });
    if ((side.isOwn || side.admits) && isDone?.(application)) return;
    demand(applicationPolicy[event], { standing: side, state: application.state });
    await refuseUnheard(tx, groupId);
    await work({ tx, application, group: await groupRow(tx, groupId), deciders });
    application.updatedAt = tx.at;
    const data = { applicationId, groupId };
    tell(tx, { deciders, personId: found.personId }, { fact: ApplicationMoved, data });
  });
  return applicationId;
}

async function sideOf(
  db: Context["db"],
  { groupId, of, personId }: { groupId: string; of: string; personId: string },
) {
  const place = await standingIn(db, { groupId, personId });
  const side = {
    isOwn: of === personId,
    admits: place !== null && groupPolicy.ADMIT(place.standing, place.group),
  };
  if (!canSee(side)) throw notFound();
  return side;
}
