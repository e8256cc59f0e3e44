import type { DemoGroup } from "../types.ts";
import { systemLeadersCombinedThreads } from "./threads.ts";

export const systemLeadersCombined: DemoGroup = {
  key: "system-leaders-combined",
  name: "System Leaders combined cohort",
  kind: "COMBINED_COHORT",
  country: "GB",
  description: "Twelve people of four areas, mixed on purpose, with one problem each.",
  timeZone: "Europe/London",
  people: [],
  joined: [
    { person: "st-raj", role: "COORDINATOR" },
    { person: "nc-margaret", role: "COORDINATOR" },
    { person: "st-carol", role: "MEMBER" },
    { person: "st-deborah", role: "MEMBER" },
    { person: "su-kate", role: "MEMBER" },
    { person: "su-femi", role: "MEMBER" },
    { person: "su-sunil", role: "MEMBER" },
    { person: "fc-neil", role: "MEMBER" },
    { person: "fc-ruth", role: "MEMBER" },
    { person: "fc-amara", role: "MEMBER" },
    { person: "nc-becky", role: "MEMBER" },
    { person: "nc-piotr", role: "MEMBER" },
  ],
  threads: systemLeadersCombinedThreads,
};
