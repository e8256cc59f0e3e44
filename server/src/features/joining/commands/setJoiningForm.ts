import { randomUUID } from "node:crypto";
import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getGroup, getStandingIn, groupPolicy, type Group } from "../../groups/public.ts";
import type { Question } from "../entities.ts";
import type { JoiningQuestionInput, SetJoiningFormInput } from "../types/inputs.ts";

const MOST = 20;

/** Sets what a group asks of those who apply. Applications that were made keep the questions that they answered. */
export async function setJoiningForm(ctx: Context, input: SetJoiningFormInput): Promise<Group> {
  const personId = ctx.personId;
  const groupId = uuidOf("Group", input.groupId);
  const questions = questionsOf(input.questions);
  const professions = (input.professions ?? []).map((name) =>
    cleanLine(name, { field: "professions", max: 120 }),
  );
  if (professions.length > MOST)
    throw refused("INVALID_INPUT", `Name at most ${MOST} professions.`, ["professions"]);
  const asked = {
    questions: JSON.stringify(questions) as never,
    countries: [...new Set(input.countries ?? [])],
    professions: [...new Set(professions)],
    fields: [...new Set(input.fields ?? [])],
  };
  await getGroup(ctx, groupId);
  await ctx.live.write({ channels: [groupId], actorId: personId }, async (tx) => {
    const { group, standing } = await getStandingIn(tx.db, { groupId, personId });
    demand(groupPolicy.ADMIT, { standing, state: group });
    demand(groupPolicy.EDIT, { standing, state: group });
    await tx.db
      .insertInto("joiningForm")
      .values({ groupId, ...asked, updatedAt: tx.at })
      .onConflict((conflict) =>
        conflict.column("groupId").doUpdateSet({ ...asked, updatedAt: tx.at }),
      )
      .execute();
  });
  ctx.renew();
  return getGroup(ctx, groupId);
}

function questionsOf(input: readonly JoiningQuestionInput[]): Question[] {
  if (input.length > MOST)
    throw refused("INVALID_INPUT", `Ask at most ${MOST} questions.`, ["questions"]);
  const keys = new Set<string>();
  return input.map((question, at) => {
    const { kind, required } = question;
    const key = question.key ?? randomUUID();
    if (!/^[\w-]{1,60}$/.test(key) || keys.has(key))
      throw refused(
        "INVALID_INPUT",
        "Each question has a key of its own: letters, digits, hyphens.",
        ["questions", `${at}`],
      );
    keys.add(key);
    const label = cleanLine(question.label, { field: "label", max: 300 });
    const choices = (question.choices ?? []).map((one) =>
      cleanLine(one, { field: "choices", max: 120 }),
    );
    if (kind === "CHOICE" && (choices.length < 2 || choices.length > MOST))
      throw refused("INVALID_INPUT", `Give 2 to ${MOST} choices: ${label.slice(0, 100)}`, [
        "questions",
        `${at}`,
      ]);
    return { key, kind, label, required, choices: kind === "CHOICE" ? [...new Set(choices)] : [] };
  });
}
