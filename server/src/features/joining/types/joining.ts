import { Field, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../../house/connection.ts";
import { Node } from "../../../house/node.ts";
import { CountryCode, DateTime } from "../../../platform/graphql/scalars.ts";
import { clinicalFields, type ClinicalField } from "../../people/public.ts";
import {
  applicationStates,
  questionKinds,
  waitingStates,
  type ApplicationState,
  type QuestionKind,
  type WaitingState,
} from "../entities.ts";
import {
  applicationEvents,
  waitingEvents,
  type ApplicationEvent,
  type Side,
  type WaitingEvent,
} from "../policy.ts";

registerEnumType(questionKinds, {
  name: "QuestionKind",
  description: "How a question is answered.",
  valuesConfig: {
    SHORT_TEXT: { description: "In one line." },
    LONG_TEXT: { description: "In a few sentences." },
    CHOICE: { description: "By one of its choices." },
  },
});
registerEnumType(applicationStates, {
  name: "ApplicationState",
  description: "Where an application stands.",
  valuesConfig: {
    SUBMITTED: { description: "It waits for the group's coordinators." },
    INFORMATION_ASKED: {
      description: "The coordinators asked something; it waits for its writer.",
    },
    ACCEPTED: { description: "The person is in, or waits for a seat." },
    DECLINED: { description: "It was declined; the reason says why." },
    WITHDRAWN: { description: "Its writer took it back." },
    LAPSED: { description: "What was asked was not answered in time, or the group takes nobody." },
  },
});
registerEnumType(applicationEvents, {
  name: "ApplicationEvent",
  description: "What can be done with an application next.",
  valuesConfig: {
    ACCEPT: { description: "Let the person in: decideApplication." },
    DECLINE: { description: "Decline, with a reason: decideApplication." },
    ASK: { description: "Ask the person something: askApplicant." },
    ANSWER: { description: "Answer what was asked: answerApplication." },
    WITHDRAW: { description: "Take it back: withdrawApplication." },
  },
});
registerEnumType(waitingStates, {
  name: "WaitingState",
  description: "Where somebody's waiting for a seat stands.",
  valuesConfig: {
    WAITING: { description: "Until a seat becomes free." },
    OFFERED: { description: "A seat is held until `expiresAt`." },
    TAKEN: { description: "The person is in." },
    LAPSED: { description: "The offer was not taken in time, or the group takes nobody." },
    GIVEN_UP: { description: "It was given up." },
  },
});
registerEnumType(waitingEvents, {
  name: "WaitingEvent",
  description: "What can be done with a waiting place next.",
  valuesConfig: {
    TAKE: { description: "Take the seat that is held: takeOfferedSeat." },
    GIVE_UP: { description: "Wait no more: giveUpWaiting." },
  },
});

@ObjectType({ description: "A question that a group asks of those who apply." })
export class JoiningQuestion {
  @Field(() => String, { description: "Its key in the form: answers name it." })
  key!: string;
  @Field(() => questionKinds, { description: "How it is answered." })
  kind!: QuestionKind;
  @Field(() => String, { description: "The question." })
  label!: string;
  @Field(() => Boolean, { description: "Whether it must be answered." })
  required!: boolean;
  @Field(() => [String], { description: "What a CHOICE can be answered with; else empty." })
  choices!: string[];
}

@ObjectType({
  description: "One thing that a group asks of who applies, and whether the viewer meets it.",
})
export class EligibilityCheck {
  @Field(() => Boolean, { description: "Whether the viewer's profile meets it." })
  met!: boolean;
  @Field(() => String, { description: "What is asked and what the profile says, in English." })
  message!: string;
}

@ObjectType({ description: "What a group asks of those who apply." })
export class JoiningForm {
  @Field(() => [JoiningQuestion], { description: "Its questions, in their order." })
  questions!: JoiningQuestion[];
  @Field(() => [CountryCode], { description: "For people of these countries; empty: of all." })
  countries!: string[];
  @Field(() => [String], { description: "For these professions; empty: for all." })
  professions!: string[];
  @Field(() => [clinicalFields], { description: "For these fields of work; empty: for all." })
  fields!: ClinicalField[];
  @Field(() => [EligibilityCheck], {
    description: "What it asks of the viewer's profile. One may apply when all of them are met.",
  })
  eligibility!: EligibilityCheck[];
}

@ObjectType({ description: "One answer." })
export class JoiningAnswer {
  @Field(() => String, { description: "The key of the question." })
  key!: string;
  @Field(() => String, { description: "The question, as it was asked." })
  label!: string;
  @Field(() => String, { description: "The answer; empty when there is none." })
  text!: string;
}

@ObjectType({
  implements: Node,
  description: "Somebody's wish to come into a group. Seen by who wrote it and who decides.",
})
export class Application extends Node {
  groupId!: string;
  personId!: string;
  side!: Side;
  @Field(() => applicationStates, { description: "Where it stands." })
  state!: ApplicationState;
  @Field(() => [applicationEvents], { description: "What the viewer can do with it next." })
  nextEvents!: ApplicationEvent[];
  @Field(() => [JoiningAnswer], { description: "What was answered." })
  answers!: JoiningAnswer[];
  @Field(() => String, {
    nullable: true,
    description: "What the coordinators asked beside the form.",
  })
  asked!: string | null;
  @Field(() => String, { nullable: true, description: "Why it was decided as it was." })
  reason!: string | null;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => DateTime, { description: "When it last changed." })
  updatedAt!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until when an answer to what was asked is waited for.",
  })
  dueAt!: Date | null;
}
export const ApplicationConnection = connectionType("Application", () => Application);

@ObjectType({
  implements: Node,
  description: "Somebody's place in the line for a seat. Seen by whose it is and who decides.",
})
export class WaitingPlace extends Node {
  groupId!: string;
  personId!: string;
  side!: Side;
  @Field(() => waitingStates, { description: "Where it stands." })
  state!: WaitingState;
  @Field(() => [waitingEvents], { description: "What the viewer can do with it next." })
  nextEvents!: WaitingEvent[];
  @Field(() => DateTime, { description: "Since when: who came first is offered a seat first." })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "Until when the offered seat is held." })
  expiresAt!: Date | null;
}
export const WaitingPlaceConnection = connectionType("WaitingPlace", () => WaitingPlace);
