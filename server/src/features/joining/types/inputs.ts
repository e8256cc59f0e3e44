import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Payload } from "../../../house/refusal.ts";
import { CountryCode } from "../../../platform/graphql/scalars.ts";
import { Group, Membership } from "../../groups/public.ts";
import { clinicalFields, type ClinicalField } from "../../people/public.ts";
import { questionKinds, type QuestionKind } from "../entities.ts";
import { Application, WaitingPlace } from "./joining.ts";

@InputType({ description: "A question to ask." })
export class JoiningQuestionInput {
  @Field(() => String, {
    nullable: true,
    description: "Its key; when left out it gets a new one. Drafts and answers go by it.",
  })
  key?: string | null;
  @Field(() => questionKinds, { description: "How it is answered." })
  kind!: QuestionKind;
  @Field(() => String, { description: "The question; 1 to 300 characters." })
  label!: string;
  @Field(() => Boolean, { description: "Whether it must be answered." })
  required!: boolean;
  @Field(() => [String], {
    nullable: true,
    description: "For a CHOICE 2 to 20 of them, of at most 120 characters each.",
  })
  choices?: string[] | null;
}

@InputType({ description: "One answer." })
export class JoiningAnswerInput {
  @Field(() => String, { description: "The key of the question." })
  key!: string;
  @Field(() => String, {
    description:
      "At most 300 characters for a SHORT_TEXT, 4,000 for a LONG_TEXT; a CHOICE as it stands.",
  })
  text!: string;
}

@InputType({
  description: "What a group is to ask of those who apply. It replaces what was asked before.",
})
export class SetJoiningFormInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => [JoiningQuestionInput], { description: "At most 20 questions." })
  questions!: JoiningQuestionInput[];
  @Field(() => [CountryCode], {
    nullable: true,
    description: "For people of these countries only.",
  })
  countries?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: "For these professions only, as profiles have them; at most 20.",
  })
  professions?: string[] | null;
  @Field(() => [clinicalFields], { nullable: true, description: "For these fields of work only." })
  fields?: ClinicalField[] | null;
}

@ObjectType({ description: "The answer to setJoiningForm." })
export class SetJoiningFormPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group with its form." })
  group?: Group | null;
}

@InputType({ description: "What is written of an application so far." })
export class SaveApplicationDraftInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => [JoiningAnswerInput], { description: "Answers by the keys of their questions." })
  answers!: JoiningAnswerInput[];
}

@ObjectType({ description: "The answer to saveApplicationDraft." })
export class SaveApplicationDraftPayload extends Payload {
  @Field(() => Group, { nullable: true, description: "The group with your draft." })
  group?: Group | null;
}

@InputType({ description: "An application. Who has an open one already gets that." })
export class ApplyToGroupInput {
  @Field(() => ID, { description: "The group." })
  groupId!: string;
  @Field(() => [JoiningAnswerInput], { description: "Answers by the keys of their questions." })
  answers!: JoiningAnswerInput[];
  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the group's compact that you have read and agree to. When left out, you are asked afterwards.",
  })
  agreesToCompact?: number | null;
}

@ObjectType({ description: "The answer to applyToGroup." })
export class ApplyToGroupPayload extends Payload {
  @Field(() => Application, { nullable: true, description: "Your application." })
  application?: Application | null;
}

@InputType({
  description:
    "An answer to what the coordinators asked. Answers to the form can be put right with it.",
})
export class AnswerApplicationInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;
  @Field(() => String, { description: "1 to 4,000 characters." })
  text!: string;
}

@ObjectType({ description: "The answer to answerApplication." })
export class AnswerApplicationPayload extends Payload {
  @Field(() => Application, { nullable: true, description: "Your application." })
  application?: Application | null;
}

@InputType({ description: "An application to take back." })
export class WithdrawApplicationInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;
}

@ObjectType({ description: "The answer to withdrawApplication." })
export class WithdrawApplicationPayload extends Payload {
  @Field(() => Application, { nullable: true, description: "Your application." })
  application?: Application | null;
}

@InputType({ description: "What is to be asked of an applicant." })
export class AskApplicantInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;
  @Field(() => String, { description: "1 to 1,000 characters." })
  question!: string;
}

@ObjectType({ description: "The answer to askApplicant." })
export class AskApplicantPayload extends Payload {
  @Field(() => Application, { nullable: true, description: "The application." })
  application?: Application | null;
}

@InputType({ description: "What becomes of an application." })
export class DecideApplicationInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;
  @Field(() => Boolean, { description: "true lets the person in, false declines." })
  accept!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "Why, for the applicant; at most 500 characters. Needed to decline.",
  })
  reason?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Where the group is full: accept onto the waiting list, instead of being refused GroupFull.",
  })
  waitIfFull?: boolean | null;
}

@ObjectType({ description: "The answer to decideApplication." })
export class DecideApplicationPayload extends Payload {
  @Field(() => Application, { nullable: true, description: "The application." })
  application?: Application | null;
}

@InputType({ description: "A full group in which a seat is to be waited for." })
export class WaitForSeatInput {
  @Field(() => ID, {
    nullable: true,
    description: "An OPEN group of a network of yours; left out where a token says which.",
  })
  groupId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The token of an invitation as MEMBER. It is used up by waiting.",
  })
  token?: string | null;
}

@ObjectType({ description: "The answer to waitForSeat." })
export class WaitForSeatPayload extends Payload {
  @Field(() => WaitingPlace, {
    nullable: true,
    description: "Your waiting place; the one that you had, if you waited already.",
  })
  waitingPlace?: WaitingPlace | null;
}

@InputType({
  description: "A waiting place to give up; who decides about a group may end another person's.",
})
export class GiveUpWaitingInput {
  @Field(() => ID, { description: "The waiting place." })
  waitingPlaceId!: string;
}

@ObjectType({ description: "The answer to giveUpWaiting." })
export class GiveUpWaitingPayload extends Payload {
  @Field(() => WaitingPlace, { nullable: true, description: "The waiting place." })
  waitingPlace?: WaitingPlace | null;
}

@InputType({ description: "An offered seat to take." })
export class TakeOfferedSeatInput {
  @Field(() => ID, { description: "The waiting place." })
  waitingPlaceId!: string;
}

@ObjectType({ description: "The answer to takeOfferedSeat." })
export class TakeOfferedSeatPayload extends Payload {
  @Field(() => Membership, {
    nullable: true,
    description: "Your place; the one that you had, if you were in already.",
  })
  membership?: Membership | null;
  @Field(() => WaitingPlace, { nullable: true, description: "The waiting place." })
  waitingPlace?: WaitingPlace | null;
  @Field(() => Group, { nullable: true, description: "The group that you are in now." })
  group?: Group | null;
}
