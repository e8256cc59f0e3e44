import type { GroupRow } from "../../features/groups/entities/group.ts";

type Context = Partial<
  Pick<
    GroupRow,
    "visibility" | "setting" | "facilityLevel" | "resources" | "field" | "language" | "state"
  >
>;

/** Where the groups of the demo world work, and who may know of them, by their keys. */
export const contexts: Readonly<Record<string, Context>> = {
  zambia: {
    setting: "RURAL",
    facilityLevel: "PRIMARY",
    resources: "Solar power, one midwife a shift, 40 km to theatre",
    language: "en",
  },
  nepal: {
    visibility: "RESTRICTED",
    setting: "MIXED",
    facilityLevel: "DISTRICT",
    resources: "One operating theatre, oxygen by cylinder",
    language: "en",
  },
  ethiopia: { setting: "URBAN", facilityLevel: "REGIONAL", language: "en" },
  somaliland: { setting: "MIXED", facilityLevel: "REGIONAL", language: "en" },
  "united-kingdom": { setting: "URBAN", facilityLevel: "REGIONAL", language: "en" },
  midwifery: { field: "MIDWIFERY" },
  "fylde-coast": { setting: "URBAN", field: "LEADERSHIP_AND_MANAGEMENT", state: "SELF_SUSTAINING" },
  "north-cumbria": { setting: "RURAL", field: "LEADERSHIP_AND_MANAGEMENT" },
  surrey: { setting: "MIXED", field: "LEADERSHIP_AND_MANAGEMENT", state: "GRADUATED" },
  staffordshire: { setting: "MIXED", field: "LEADERSHIP_AND_MANAGEMENT" },
  "system-leaders-combined": { field: "LEADERSHIP_AND_MANAGEMENT", visibility: "RESTRICTED" },
};

/** What Nepal asks of those who apply, and what two people of the network answered. */
export const nepalForm = {
  group: "nepal",
  questions: [
    {
      key: "why",
      kind: "LONG_TEXT",
      label: "What would you like to change where you work?",
      required: true,
      choices: [],
    },
    {
      key: "nights",
      kind: "CHOICE",
      label: "When can you read and write?",
      required: true,
      choices: ["During the day", "After nights", "At weekends"],
    },
  ],
  answers: [
    [
      "We lose an hour at every handover. I want the ward to try one page that both shifts fill in.",
      "After nights",
    ],
    [
      "Families wait outside without a word for hours. I would like to learn how others tell them.",
      "At weekends",
    ],
  ],
} as const;
