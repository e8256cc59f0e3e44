import type { Context } from "../../../house/context.ts";
import { cleanText } from "../../../house/text.ts";
import { ANSWER_DAYS } from "../entities.ts";
import type { AskApplicantInput } from "../types/inputs.ts";
import { onApplication } from "./onApplication.ts";

/** Asks the applicant for something before deciding. It is waited for some weeks. */
export function askApplicant(ctx: Context, input: AskApplicantInput): Promise<string> {
  const question = cleanText(input.question, { field: "question", max: 1_000 });
  const about = { id: input.applicationId, event: "ASK" } as const;
  return onApplication(ctx, about, ({ tx, application }) => {
    application.asked = question;
    application.state = "INFORMATION_ASKED";
    application.dueAt = new Date(tx.at.getTime() + ANSWER_DAYS * 86_400_000);
  });
}
