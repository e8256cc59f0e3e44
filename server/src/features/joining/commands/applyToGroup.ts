import { v7 as uuid } from "uuid";
import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { agree, getGroup, getStandingIn, groupPolicy } from "../../groups/public.ts";
import { ApplicationSchema } from "../entities.ts";
import { ApplicationMoved } from "../facts.ts";
import { checkEligibility } from "../policy.ts";
import { getForm, readProfile } from "../queries.ts";
import type { ApplyToGroupInput } from "../types/inputs.ts";
import { answerAll } from "./answers.ts";
import { channelsOf, findHearers, refuseUnheard, tell } from "./hearers.ts";

const PER_DAY = 20;

/** Applies to come in. Who has an open application already, from a second click or device, gets that one. */
export async function applyToGroup(ctx: Context, input: ApplyToGroupInput): Promise<string> {
  const { personId } = ctx;
  const groupId = uuidOf("Group", input.groupId);
  await getGroup(ctx, groupId);
  const hearers = await findHearers(ctx.db, { groupId, people: [personId] });
  const channels = [groupId, ...channelsOf(hearers)];
  return ctx.live.write({ channels, actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    const open = await tx.em.findOne(ApplicationSchema, {
      groupId,
      personId,
      state: { $in: ["SUBMITTED", "INFORMATION_ASKED"] },
    });
    if (open) return open.id;
    demand(groupPolicy.APPLY, { standing, state: group });
    ctx.renew();
    const form = await getForm(ctx, groupId);
    const unmet = checkEligibility(form, await readProfile(tx.db, personId)).find(
      ({ met }) => !met,
    );
    if (unmet) throw refused("NOT_ELIGIBLE", unmet.message);
    const answers = answerAll(form.questions, input.answers);
    await refuseTooMany(tx.db, { personId, at: tx.at });
    await refuseUnheard(tx, groupId);
    await agree(tx, { groupId, personId, version: input.agreesToCompact, place: null });
    const application = tx.em.create(ApplicationSchema, {
      id: uuid(),
      groupId,
      personId,
      state: "SUBMITTED",
      answers,
      asked: null,
      reason: null,
      createdAt: tx.at,
      updatedAt: tx.at,
      dueAt: null,
    });
    await tx.db
      .deleteFrom("applicationDraft")
      .where("personId", "=", personId)
      .where("groupId", "=", groupId)
      .execute();
    const data = { applicationId: application.id, groupId };
    tell(tx, { deciders: hearers.deciders, personId }, { fact: ApplicationMoved, data });
    return application.id;
  });
}

/** Exact, because the command holds the person's channel. */
async function refuseTooMany(
  db: Context["db"],
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  const { made } = await db
    .selectFrom("application")
    .select(({ fn }) => fn.countAll<string>().as("made"))
    .where("personId", "=", personId)
    .where("createdAt", ">", new Date(at.getTime() - 86_400_000))
    .executeTakeFirstOrThrow();
  if (Number(made) >= PER_DAY)
    throw refused(
      "LIMIT_REACHED",
      `One person applies at most ${PER_DAY} times a day: go on tomorrow.`,
    );
}
