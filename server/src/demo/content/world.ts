import { ethiopia } from "./ethiopia/ethiopia.ts";
import { fyldeCoast } from "./fylde-coast/fyldeCoast.ts";
import { midwifery } from "./midwifery/midwifery.ts";
import { nepal } from "./nepal/nepal.ts";
import { northCumbria } from "./north-cumbria/northCumbria.ts";
import { somaliland } from "./somaliland/somaliland.ts";
import { staffordshire } from "./staffordshire/staffordshire.ts";
import { surrey } from "./surrey/surrey.ts";
import { systemLeadersCombined } from "./system-leaders-combined/systemLeadersCombined.ts";
import { talentCoordinators } from "./talent-coordinators/talentCoordinators.ts";
import type { DemoAccount, DemoNetwork } from "./types.ts";
import { unitedKingdom } from "./united-kingdom/unitedKingdom.ts";
import { zambia } from "./zambia/zambia.ts";

/**
 * The demo world. All people, places of work and stories in it are invented.
 * Cohorts come before the groups that take their people from them.
 */
export const demoNetworks: DemoNetwork[] = [
  {
    slug: "talent",
    name: "TALENT Groups",
    description:
      "Early-career nurses and midwives in five countries, in groups of up to twenty with three coordinators, who become leaders together.",
    groups: [ethiopia, nepal, somaliland, unitedKingdom, zambia, midwifery, talentCoordinators],
  },
  {
    slug: "system-leaders",
    name: "System Leaders",
    description:
      "GPs, consultants, therapists, nurses, social workers and managers who lead health and care together, area by area and across areas.",
    groups: [staffordshire, surrey, fyldeCoast, northCumbria, systemLeadersCombined],
  },
];

/** The accounts to try the world with, in the order in which to offer them. */
export const demoAccounts: DemoAccount[] = [
  {
    email: "member@zambia.example",
    shows: "Nasilele, a midwife in Zambia and in Midwifery across borders",
  },
  {
    email: "coordinator@zambia.example",
    shows: "Thandiwe, who coordinates Zambia with two others",
  },
  {
    email: "member@nepal.example",
    shows: "Asmita, a staff nurse in Nepal",
  },
  {
    email: "manager@talent.example",
    shows: "Miriam, who manages both networks and stands in no group",
    profile: {
      name: "Miriam Oduya",
      email: "manager@talent.example",
      profession: "Programme manager",
      country: "GB",
      timeZone: "Europe/London",
      languages: ["en", "sw", "fr"],
      about: "I set up the groups and then try to stay out of their way.",
    },
    manages: ["talent", "system-leaders"],
  },
  {
    email: "outsider@elsewhere.example",
    shows: "Teresa, who is in no network and sees nothing of them",
    profile: {
      name: "Teresa Prata Vilarinho",
      email: "outsider@elsewhere.example",
      profession: "Nurse",
      country: "PT",
      timeZone: "Europe/Lisbon",
      languages: ["pt", "en"],
    },
  },
];
