import type { DemoGroup } from "../types.ts";
import { ethiopiaSupportingEachOther } from "./supportingEachOther.ts";
import { ethiopiaChangeAndViews } from "./changeAndViews.ts";
import { ethiopiaPeople } from "./people.ts";

export const ethiopia: DemoGroup = {
  key: "ethiopia",
  name: "Ethiopia",
  kind: "COHORT",
  country: "ET",
  description: "Nurses and midwives in Ethiopia who learn to lead where they work.",
  timeZone: "Africa/Addis_Ababa",
  people: ethiopiaPeople,
  joined: [],
  threads: [...ethiopiaSupportingEachOther, ...ethiopiaChangeAndViews],
};
