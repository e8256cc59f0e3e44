import type { DemoGroup } from "../types.ts";
import { zambiaHandover } from "./handover.ts";
import { zambiaRulesAndRotas } from "./rulesAndRotas.ts";
import { zambiaAskingAndFailing } from "./askingAndFailing.ts";
import { zambiaVoicesAndViews } from "./voicesAndViews.ts";
import { zambiaSharingPlans } from "./sharingPlans.ts";
import { zambiaPeople } from "./people.ts";

export const zambia: DemoGroup = {
  key: "zambia",
  name: "Zambia",
  kind: "COHORT",
  country: "ZM",
  description: "Nurses and midwives in Zambia, most of us in rural clinics.",
  timeZone: "Africa/Lusaka",
  people: zambiaPeople,
  joined: [],
  threads: [
    ...zambiaHandover,
    ...zambiaRulesAndRotas,
    ...zambiaAskingAndFailing,
    ...zambiaVoicesAndViews,
    ...zambiaSharingPlans,
  ],
};
