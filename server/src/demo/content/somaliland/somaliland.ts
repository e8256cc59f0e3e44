import type { DemoGroup } from "../types.ts";
import { somalilandSharingTheLoad } from "./sharingTheLoad.ts";
import { somalilandRepairing } from "./repairing.ts";
import { somalilandPeople } from "./people.ts";

/** ISO 3166 has no code for Somaliland, so neither the group nor its people have one. */
export const somaliland: DemoGroup = {
  key: "somaliland",
  name: "Somaliland",
  kind: "COHORT",
  country: null,
  description: "Nurses and midwives in Somaliland. A room with a door.",
  timeZone: "Africa/Mogadishu",
  people: somalilandPeople,
  joined: [],
  threads: [...somalilandSharingTheLoad, ...somalilandRepairing],
};
