import type { DemoGroup } from "../types.ts";
import { unitedKingdomSpeakingUp } from "./speakingUp.ts";
import { unitedKingdomDayAndNight } from "./dayAndNight.ts";
import { unitedKingdomPeople } from "./people.ts";

export const unitedKingdom: DemoGroup = {
  key: "united-kingdom",
  name: "United Kingdom",
  kind: "COHORT",
  country: "GB",
  description: "Early-career nurses and midwives in the four nations.",
  timeZone: "Europe/London",
  people: unitedKingdomPeople,
  joined: [],
  threads: [...unitedKingdomSpeakingUp, ...unitedKingdomDayAndNight],
};
