import type { DemoGroup } from "../types.ts";
import { staffordshireThreads } from "./threads.ts";
import { staffordshirePeople } from "./people.ts";

export const staffordshire: DemoGroup = {
  key: "staffordshire",
  name: "Staffordshire",
  kind: "COHORT",
  country: "GB",
  description: "Leaders of health and care in Staffordshire, across organisations.",
  timeZone: "Europe/London",
  people: staffordshirePeople,
  joined: [],
  threads: staffordshireThreads,
};
