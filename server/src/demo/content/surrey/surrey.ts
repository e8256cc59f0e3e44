import type { DemoGroup } from "../types.ts";
import { surreyThreads } from "./threads.ts";
import { surreyPeople } from "./people.ts";

export const surrey: DemoGroup = {
  key: "surrey",
  name: "Surrey",
  kind: "COHORT",
  country: "GB",
  description: "Leaders of health and care in Surrey, across organisations.",
  timeZone: "Europe/London",
  people: surreyPeople,
  joined: [],
  threads: surreyThreads,
};
