import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { answerApplication } from "../commands/answerApplication.ts";
import { applyToGroup } from "../commands/applyToGroup.ts";
import { askApplicant } from "../commands/askApplicant.ts";
import { decideApplication } from "../commands/decideApplication.ts";
import { saveApplicationDraft } from "../commands/saveApplicationDraft.ts";
import { setJoiningForm } from "../commands/setJoiningForm.ts";
import { withdrawApplication } from "../commands/withdrawApplication.ts";
import { findApplication } from "../queries.ts";
import {
  AnswerApplicationInput,
  AnswerApplicationPayload,
  ApplyToGroupInput,
  ApplyToGroupPayload,
  AskApplicantInput,
  AskApplicantPayload,
  DecideApplicationInput,
  DecideApplicationPayload,
  SaveApplicationDraftInput,
  SaveApplicationDraftPayload,
  SetJoiningFormInput,
  SetJoiningFormPayload,
  WithdrawApplicationInput,
  WithdrawApplicationPayload,
} from "../types/inputs.ts";

@Resolver()
export class ApplicationMutations {
  @Mutation(() => SetJoiningFormPayload, {
    description: "Sets what a group asks of those who apply. For its coordinators and managers.",
  })
  setJoiningForm(
    @Arg("input", () => SetJoiningFormInput, { description: "What is asked." })
    input: SetJoiningFormInput,
    @Ctx() ctx: Context,
  ): Promise<SetJoiningFormPayload> {
    return answer(SetJoiningFormPayload, async () => ({ group: await setJoiningForm(ctx, input) }));
  }

  @Mutation(() => SaveApplicationDraftPayload, {
    description:
      "Keeps what you write of an application, for your other devices; no answers forget it.",
  })
  saveApplicationDraft(
    @Arg("input", () => SaveApplicationDraftInput, { description: "What is written so far." })
    input: SaveApplicationDraftInput,
    @Ctx() ctx: Context,
  ): Promise<SaveApplicationDraftPayload> {
    return answer(SaveApplicationDraftPayload, async () => ({
      group: await saveApplicationDraft(ctx, input),
    }));
  }

  @Mutation(() => ApplyToGroupPayload, {
    description:
      "Applies to come into a RESTRICTED group. A second click gets the same application.",
  })
  applyToGroup(
    @Arg("input", () => ApplyToGroupInput, { description: "The answers." })
    input: ApplyToGroupInput,
    @Ctx() ctx: Context,
  ): Promise<ApplyToGroupPayload> {
    return answer(ApplyToGroupPayload, async () => ({
      application: await after(ctx, applyToGroup(ctx, input)),
    }));
  }

  @Mutation(() => AnswerApplicationPayload, { description: "Answers what the coordinators asked." })
  answerApplication(
    @Arg("input", () => AnswerApplicationInput, { description: "The answer." })
    input: AnswerApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<AnswerApplicationPayload> {
    return answer(AnswerApplicationPayload, async () => ({
      application: await after(ctx, answerApplication(ctx, input)),
    }));
  }

  @Mutation(() => WithdrawApplicationPayload, { description: "Takes your application back." })
  withdrawApplication(
    @Arg("input", () => WithdrawApplicationInput, { description: "Which one." })
    input: WithdrawApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<WithdrawApplicationPayload> {
    return answer(WithdrawApplicationPayload, async () => ({
      application: await after(ctx, withdrawApplication(ctx, input)),
    }));
  }

  @Mutation(() => AskApplicantPayload, {
    description: "Asks an applicant for something before deciding. For who decides.",
  })
  askApplicant(
    @Arg("input", () => AskApplicantInput, { description: "What is asked." })
    input: AskApplicantInput,
    @Ctx() ctx: Context,
  ): Promise<AskApplicantPayload> {
    return answer(AskApplicantPayload, async () => ({
      application: await after(ctx, askApplicant(ctx, input)),
    }));
  }

  @Mutation(() => DecideApplicationPayload, {
    description: "Lets an applicant in, or declines with a reason. For who decides.",
  })
  decideApplication(
    @Arg("input", () => DecideApplicationInput, { description: "What becomes of it." })
    input: DecideApplicationInput,
    @Ctx() ctx: Context,
  ): Promise<DecideApplicationPayload> {
    return answer(DecideApplicationPayload, async () => ({
      application: await after(ctx, decideApplication(ctx, input)),
    }));
  }
}

/** The application as it is after the command. */
async function after(ctx: Context, done: Promise<string>) {
  const id = await done;
  ctx.renew();
  return findApplication(ctx, id);
}
