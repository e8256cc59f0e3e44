import type { DemoGroup } from "../types.ts";
import { nepalLeadingFriends } from "./leadingFriends.ts";
import { nepalChangeAndViews } from "./changeAndViews.ts";
import { nepalPeople } from "./people.ts";

export const nepal: DemoGroup = {
  key: "nepal",
  name: "Nepal",
  kind: "COHORT",
  country: "NP",
  description: "Nurses and midwives from the mountains, the hills and the Terai.",
  timeZone: "Asia/Kathmandu",
  people: nepalPeople,
  joined: [],
  threads: [...nepalLeadingFriends, ...nepalChangeAndViews],
};
