import { refused } from "../../../house/refusal.ts";
import { cleanOptional, cleanOptionalLine } from "../../../house/text.ts";
import type { Answer, AnsweredQuestion, Question } from "../entities.ts";

const MOST = { SHORT_TEXT: 300, LONG_TEXT: 4_000, CHOICE: 300 };
/** A draft may be of a form that was longer. */
const MOST_DRAFTED = 40;

/** Answers as they are kept, in the order of the questions. Refuses what is missing, too long, or no choice. */
export function answerAll(
  questions: readonly Question[],
  answers: readonly Answer[],
): AnsweredQuestion[] {
  const given = new Map(answers.map(({ key, text }) => [key, text]));
  return questions.map(({ key, kind, label, required, choices }) => {
    const field = ["answers", key];
    const limits = { field: key, max: MOST[kind] };
    const clean = kind === "LONG_TEXT" ? cleanOptional : cleanOptionalLine;
    const text = clean(given.get(key), limits) ?? "";
    if (!text && required)
      throw refused("INVALID_INPUT", `Please answer this: ${label.slice(0, 200)}`, field);
    if (text && kind === "CHOICE" && !choices.includes(text))
      throw refused("INVALID_INPUT", `Choose one of the answers: ${label.slice(0, 200)}`, field);
    return { key, label, text };
  });
}

/** What is written so far, as it is: the form is asked when it is sent. */
export function draftOf(answers: readonly Answer[]): Answer[] {
  if (answers.length > MOST_DRAFTED)
    throw refused("INVALID_INPUT", `A draft holds at most ${MOST_DRAFTED} answers.`, ["answers"]);
  return answers.map(({ key, text }) => {
    const kept = text.toWellFormed().replaceAll("\u0000", "");
    if (kept.length > 2 * MOST.LONG_TEXT)
      throw refused("INVALID_INPUT", "This answer is too long to be kept.", [
        "answers",
        key.slice(0, 60),
      ]);
    return { key: key.toWellFormed().replaceAll("\u0000", "").slice(0, 60), text: kept };
  });
}
