import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { ClinicalField } from "../people/public.ts";

export const questionKinds = {
  SHORT_TEXT: "SHORT_TEXT",
  LONG_TEXT: "LONG_TEXT",
  CHOICE: "CHOICE",
} as const;
export type QuestionKind = keyof typeof questionKinds;

/** One question of a form, as it is kept. */
export interface Question {
  key: string;
  kind: QuestionKind;
  label: string;
  required: boolean;
  choices: string[];
}
/** One answer by its question's key. */
export interface Answer {
  key: string;
  text: string;
}
/** An answer as it was given, with the question that it answers: forms change. */
export interface AnsweredQuestion extends Answer {
  label: string;
}

export interface JoiningFormRow {
  groupId: string;
  questions: Question[];
  /** Who may apply; an empty list asks nothing. */
  countries: string[];
  professions: string[];
  fields: ClinicalField[];
  updatedAt: Date;
}

export const applicationStates = {
  SUBMITTED: "SUBMITTED",
  INFORMATION_ASKED: "INFORMATION_ASKED",
  ACCEPTED: "ACCEPTED",
  DECLINED: "DECLINED",
  WITHDRAWN: "WITHDRAWN",
  LAPSED: "LAPSED",
} as const;
export type ApplicationState = keyof typeof applicationStates;

export const ApplicationSchema = defineEntity({
  name: "Application",
  tableName: "application",
  properties: {
    id: p.uuid().primary(),
    groupId: p.uuid(),
    personId: p.uuid(),
    state: p.string().$type<ApplicationState>(),
    answers: p.json<AnsweredQuestion[]>(),
    /** What the coordinators asked beside the form. */
    asked: p.text().nullable(),
    /** Why it was decided as it was. */
    reason: p.text().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    /** Until when what was asked is waited for. */
    dueAt: p.datetime().nullable(),
  },
});
export type ApplicationRow = InferEntity<typeof ApplicationSchema>;

export const isOpen = ({ state }: { state: ApplicationState }): boolean =>
  state === "SUBMITTED" || state === "INFORMATION_ASKED";

export const waitingStates = {
  WAITING: "WAITING",
  OFFERED: "OFFERED",
  TAKEN: "TAKEN",
  LAPSED: "LAPSED",
  GIVEN_UP: "GIVEN_UP",
} as const;
export type WaitingState = keyof typeof waitingStates;

export const WaitingPlaceSchema = defineEntity({
  name: "WaitingPlace",
  tableName: "waiting_place",
  properties: {
    id: p.uuid().primary(),
    groupId: p.uuid(),
    personId: p.uuid(),
    state: p.string().$type<WaitingState>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    /** Until when the seat is held, once it was offered. */
    expiresAt: p.datetime().nullable(),
  },
});
export type WaitingPlaceRow = InferEntity<typeof WaitingPlaceSchema>;

/** Hours for which an offered seat is held. */
export const OFFER_HOURS = 48;
/** Days for which an answer to the coordinators' question is waited for. */
export const ANSWER_DAYS = 28;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    joiningForm: JoiningFormRow;
    application: ApplicationRow;
    applicationDraft: { personId: string; groupId: string; answers: Answer[]; updatedAt: Date };
    waitingPlace: WaitingPlaceRow;
  }
}
