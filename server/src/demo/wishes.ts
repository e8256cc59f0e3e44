import { v7 } from "uuid";
import type { ApplicationRow, JoiningFormRow } from "../features/joining/entities.ts";
import { ApplicationMoved } from "../features/joining/facts.ts";
import { daysBefore } from "./clock.ts";
import { nepalForm } from "./content/contexts.ts";
import type { Journal } from "./journal.ts";
import type { Place } from "./places.ts";

interface Stage {
  journal: Journal;
  now: Date;
  places: readonly Place[];
}

/** What one group asks of those who apply, and who applied in the last days. */
export function applyToNepal({ journal, now, places }: Stage): {
  joiningForm: JoiningFormRow[];
  application: ApplicationRow[];
} {
  const home = places.find(({ demo }) => demo.key === nepalForm.group);
  if (!home) throw new Error("the demo world has no group to apply to");
  const { group, members } = home;
  const groupId = group.id;
  const questions = nepalForm.questions.map((question) => ({
    ...question,
    choices: [...question.choices],
  }));
  const deciders = members.filter(({ role }) => role === "COORDINATOR");
  const inside = new Set(members.map(({ personId }) => personId));
  const applicants = places
    .filter((place) => place.group.networkId === group.networkId && place.demo.kind === "COHORT")
    .flatMap((place) => place.members)
    .filter(({ role, personId }) => role === "MEMBER" && !inside.has(personId));
  const application = nepalForm.answers.map(([...texts], nth): ApplicationRow => {
    const at = daysBefore(now, 2 - nth);
    const personId = applicants[nth * 5].personId;
    const id = v7({ msecs: at.getTime() });
    for (const channelId of [personId, ...deciders.map((one) => one.personId)])
      journal.happened(ApplicationMoved, {
        channelId,
        at,
        actorId: personId,
        data: { applicationId: id, groupId },
      });
    return {
      id,
      groupId,
      personId,
      state: "SUBMITTED",
      answers: questions.map(({ key, label }, each) => ({ key, label, text: texts[each] ?? "" })),
      asked: null,
      reason: null,
      createdAt: at,
      updatedAt: at,
      dueAt: null,
    };
  });
  const updatedAt = daysBefore(now, 9);
  const open = { countries: [], professions: [], fields: [] };
  return { joiningForm: [{ groupId, questions, ...open, updatedAt }], application };
}
