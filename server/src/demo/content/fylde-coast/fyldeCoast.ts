import type { DemoGroup } from "../types.ts";
import { fyldeCoastThreads } from "./threads.ts";
import { fyldeCoastPeople } from "./people.ts";

export const fyldeCoast: DemoGroup = {
  key: "fylde-coast",
  name: "Fylde Coast",
  kind: "COHORT",
  country: "GB",
  description: "Leaders of health and care on the Fylde Coast, across organisations.",
  timeZone: "Europe/London",
  people: fyldeCoastPeople,
  joined: [],
  threads: fyldeCoastThreads,
};
