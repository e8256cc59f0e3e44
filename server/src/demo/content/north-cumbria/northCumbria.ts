import type { DemoGroup } from "../types.ts";
import { northCumbriaThreads } from "./threads.ts";
import { northCumbriaPeople } from "./people.ts";

export const northCumbria: DemoGroup = {
  key: "north-cumbria",
  name: "North Cumbria",
  kind: "COHORT",
  country: "GB",
  description: "Leaders of health and care in North Cumbria. Long roads, long tables.",
  timeZone: "Europe/London",
  people: northCumbriaPeople,
  joined: [],
  threads: northCumbriaThreads,
};
