import type { DemoGroup } from "../types.ts";
import { midwiferyHardShifts } from "./hardShifts.ts";
import { midwiferyStudentsAndWords } from "./studentsAndWords.ts";

export const midwifery: DemoGroup = {
  key: "midwifery",
  name: "Midwifery across borders",
  kind: "COMMUNITY",
  country: null,
  description: "Midwives of five countries on leading teams, students and change.",
  timeZone: "Etc/UTC",
  people: [],
  joined: [
    { person: "zm-inonge", role: "COORDINATOR" },
    { person: "gb-joanne", role: "COORDINATOR" },
    { person: "zm-nasilele", role: "MEMBER" },
    { person: "zm-gracen", role: "MEMBER" },
    { person: "zm-chipo", role: "MEMBER" },
    { person: "et-chaltu", role: "MEMBER" },
    { person: "et-tigist", role: "MEMBER" },
    { person: "et-lensa", role: "MEMBER" },
    { person: "np-mina", role: "MEMBER" },
    { person: "np-nirmala", role: "MEMBER" },
    { person: "sl-hodan", role: "MEMBER" },
    { person: "sl-ifrah", role: "MEMBER" },
    { person: "gb-leah", role: "MEMBER" },
    { person: "gb-aisha", role: "MEMBER" },
    { person: "gb-rhian", role: "MEMBER" },
  ],
  threads: [...midwiferyHardShifts, ...midwiferyStudentsAndWords],
};
