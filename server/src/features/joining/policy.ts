import { needs, type Condition, type ReasonedPolicy } from "../../platform/policy/reasons.ts";
import type { RootRules } from "../../platform/policy/rule.ts";
import type { ClinicalField } from "../people/public.ts";
import {
  isOpen,
  type ApplicationState,
  type JoiningFormRow,
  type WaitingState,
} from "./entities.ts";

/** Somebody before an application or a waiting place: whether it is theirs, and whether they decide for the group. */
export interface Side {
  isOwn: boolean;
  admits: boolean;
}

export const applicationEvents = {
  ACCEPT: "ACCEPT",
  DECLINE: "DECLINE",
  ASK: "ASK",
  ANSWER: "ANSWER",
  WITHDRAW: "WITHDRAW",
} as const;
export type ApplicationEvent = keyof typeof applicationEvents;

export const waitingEvents = { TAKE: "TAKE", GIVE_UP: "GIVE_UP" } as const;
export type WaitingEvent = keyof typeof waitingEvents;

const decides: Condition<Side, unknown> = {
  code: "NOT_LEADING",
  because: "You decide who comes into this group.",
  otherwise: "Only the group's coordinators and managers decide: ask one of them.",
  holds: ({ admits }) => admits,
};
const owns: Condition<Side, unknown> = {
  code: "NOT_ONES_OWN",
  because: "It is your own.",
  otherwise: "Only the person whose it is does this.",
  holds: ({ isOwn }) => isOwn,
};
const isUndecided: Condition<Side, ApplicationState> = {
  code: "STATE_CHANGED",
  because: "It is not decided yet.",
  otherwise: "This application is closed by now: look at it again. Another one can be made.",
  holds: (_side, state) => isOpen({ state }),
};
const isSubmitted: Condition<Side, ApplicationState> = {
  code: "STATE_CHANGED",
  because: "It waits for the coordinators.",
  otherwise: "This application waits for its writer, or is closed: look at it again.",
  holds: (_side, state) => state === "SUBMITTED",
};
const isAsked: Condition<Side, ApplicationState> = {
  code: "STATE_CHANGED",
  because: "The coordinators asked for something.",
  otherwise: "Nothing is asked of you now: look at it again.",
  holds: (_side, state) => state === "INFORMATION_ASKED",
};
const isOffered: Condition<Side, WaitingState> = {
  code: "OFFER_EXPIRED",
  because: "A seat is held for you.",
  otherwise: "No seat is held for you now. Wait again, and the next free one is offered in turn.",
  holds: (_side, state) => state === "OFFERED",
};
const lasts: Condition<Side, WaitingState> = {
  code: "STATE_CHANGED",
  because: "The place is open.",
  otherwise: "This waiting place has ended already: look at it again.",
  holds: (_side, state) => state === "WAITING" || state === "OFFERED",
};
const ownsOrDecides: Condition<Side, unknown> = {
  ...owns,
  because: ({ isOwn }) => (isOwn ? "It is your own." : "You decide who comes into this group."),
  holds: ({ isOwn, admits }) => isOwn || admits,
};

export const canSee = ({ isOwn, admits }: Side): boolean => isOwn || admits;

export const applicationPolicy: ReasonedPolicy<ApplicationEvent, Side, ApplicationState> = {
  ACCEPT: needs(decides, isUndecided),
  DECLINE: needs(decides, isUndecided),
  ASK: needs(decides, isSubmitted),
  ANSWER: needs(owns, isAsked),
  WITHDRAW: needs(owns, isUndecided),
};

export const waitingPolicy: ReasonedPolicy<WaitingEvent, Side, WaitingState> = {
  TAKE: needs(owns, isOffered),
  GIVE_UP: needs(ownsOrDecides, lasts),
};

/** What a form asks of a profile. */
export type Asked = Pick<JoiningFormRow, "countries" | "professions" | "fields">;
export interface Profile {
  country: string | null;
  profession: string | null;
  field: ClinicalField | null;
}

/** Each thing that is asked, whether the profile meets it, and the sentence that says so before the form. */
export function checkEligibility(
  asked: Asked,
  profile: Profile,
): { met: boolean; message: string }[] {
  return [
    checkOne("countries", {
      asked: asked.countries,
      own: profile.country,
      names: (code) => region.of(code) ?? code,
    }),
    checkOne("professions", {
      asked: asked.professions,
      own: profile.profession,
      names: (name) => name,
    }),
    checkOne("fields of work", { asked: asked.fields, own: profile.field, names: inWords }),
  ].filter((check) => check !== null);
}

function checkOne(
  what: string,
  {
    asked,
    own,
    names,
  }: { asked: readonly string[]; own: string | null; names: (one: string) => string },
): { met: boolean; message: string } | null {
  if (asked.length === 0) return null;
  const list = asked.map(names).join(", ");
  if (!own)
    return {
      met: false,
      message: `It is for these ${what}: ${list}. Your profile says nothing of it yet: add it there.`,
    };
  const met = asked.some((one) => one.toLowerCase() === own.trim().toLowerCase());
  const says = `Your profile says ${names(own)}`;
  return {
    met,
    message: met
      ? `It is for these ${what}: ${list}. ${says}.`
      : `It is for these ${what}: ${list}. ${says}, so you cannot apply here.`,
  };
}

const region = new Intl.DisplayNames("en", { type: "region" });
const inWords = (code: string) => code.toLowerCase().replaceAll("_", " ");

export const joiningRules: RootRules = {
  setJoiningForm: { scope: "groups:write" },
  saveApplicationDraft: { scope: "members:write" },
  applyToGroup: { scope: "members:write" },
  answerApplication: { scope: "members:write" },
  withdrawApplication: { scope: "members:write" },
  askApplicant: { scope: "members:write" },
  decideApplication: { scope: "members:write" },
  waitForSeat: { scope: "members:write" },
  giveUpWaiting: { scope: "members:write" },
  takeOfferedSeat: { scope: "members:write" },
};
