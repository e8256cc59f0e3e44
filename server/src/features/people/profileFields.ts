import { registerEnumType } from "type-graphql";

/** What of a profile has an audience. Name, profession and country are always for the network. */
export const profileFields = {
  PRONUNCIATION: "PRONUNCIATION",
  FIELD: "FIELD",
  CAREER_STAGE: "CAREER_STAGE",
  POSTS: "POSTS",
  TIME_ZONE: "TIME_ZONE",
  LANGUAGES: "LANGUAGES",
  INTERESTS: "INTERESTS",
  CAN_HELP_WITH: "CAN_HELP_WITH",
  ABOUT: "ABOUT",
  PHOTO: "PHOTO",
} as const;
export type ProfileField = keyof typeof profileFields;

export const careerStages = {
  STUDENT: "STUDENT",
  EARLY: "EARLY",
  ESTABLISHED: "ESTABLISHED",
  SENIOR: "SENIOR",
  RETIRED: "RETIRED",
} as const;
export type CareerStage = keyof typeof careerStages;

/** To whom a field is told. */
export const audiences = { ONLY_ME: "ONLY_ME", GROUPS: "GROUPS", NETWORK: "NETWORK" } as const;
export type Audience = keyof typeof audiences;

registerEnumType(audiences, {
  name: "Audience",
  description: "To whom a field of a profile is told.",
  valuesConfig: {
    ONLY_ME: { description: "Nobody else." },
    GROUPS: { description: "People in a group with you." },
    NETWORK: { description: "People in a network with you." },
  },
});
registerEnumType(careerStages, {
  name: "CareerStage",
  description: "How far somebody is on their way.",
  valuesConfig: {
    STUDENT: { description: "Still training." },
    EARLY: { description: "In the first years of the profession." },
    ESTABLISHED: { description: "Experienced in the profession." },
    SENIOR: { description: "Leads others in the profession." },
    RETIRED: { description: "Has left paid work." },
  },
});
registerEnumType(profileFields, {
  name: "ProfileField",
  description:
    "What of a profile has an audience. Name, profession and country are always for the network: people must know whom they talk to.",
  valuesConfig: {
    PRONUNCIATION: { description: "How the name is said." },
    FIELD: { description: "The field of work." },
    CAREER_STAGE: { description: "The career stage." },
    POSTS: { description: "All posts." },
    TIME_ZONE: { description: "The time zone, and with it the local time." },
    LANGUAGES: { description: "All languages." },
    INTERESTS: { description: "The interests." },
    CAN_HELP_WITH: { description: "What the person can help with." },
    ABOUT: { description: "What the person wants others to know." },
    PHOTO: { description: "The picture." },
  },
});
