import type { Context } from "../../../house/context.ts";
import { cleanText } from "../../../house/text.ts";
import type { AnswerApplicationInput } from "../types/inputs.ts";
import { onApplication } from "./onApplication.ts";

/** Answers what the coordinators asked: question and answer stand with the others, and they decide again. */
export function answerApplication(ctx: Context, input: AnswerApplicationInput): Promise<string> {
  const text = cleanText(input.text, { field: "text", max: 4_000 });
  const about = { id: input.applicationId, event: "ANSWER" } as const;
  return onApplication(ctx, about, ({ application }) => {
    const label = application.asked ?? "";
    const key = `asked-${application.answers.length}`;
    application.answers = [...application.answers, { key, label, text }];
    application.asked = null;
    application.state = "SUBMITTED";
    application.dueAt = null;
  });
}
