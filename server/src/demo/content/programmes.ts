import type { DemoProgramme, DemoOrganisation } from "./types.ts";

// All of these bodies are invented.

/** The organisations of each network, by its slug. What went into another one stands before it. */
export const demoOrganisations: Record<string, DemoOrganisation[]> = {
  talent: [
    { key: "fund", name: "Nurses Abroad Fund", kind: "FUNDER", country: "GB", area: "London" },
    {
      key: "quays",
      name: "University of the Quays",
      kind: "UNIVERSITY",
      country: "GB",
      area: "Greater Manchester",
      validFrom: "1967-02-10",
    },
    {
      key: "partners",
      name: "Health Partners Worldwide",
      kind: "CHARITY",
      country: "GB",
      validFrom: "1988-09-01",
      former: [{ name: "Tropical Nursing Exchange", untilDay: "2009-01-01" }],
    },
    { key: "tana", name: "Lake Tana Referral Hospital", kind: "HOSPITAL", country: "ET" },
    { key: "gandaki", name: "Gandaki Valley Hospital", kind: "HOSPITAL", country: "NP" },
    { key: "kafue", name: "Kafue Flats District Hospital", kind: "HOSPITAL", country: "ZM" },
    { key: "lunda", name: "Lunda College of Nursing", kind: "UNIVERSITY", country: "ZM" },
    { key: "pennine", name: "Pennine Vale Community Trust", kind: "TRUST", country: "GB" },
  ],
  "system-leaders": [
    {
      key: "moorlands-stp",
      name: "Moorlands Health Partnership",
      kind: "HEALTH_SYSTEM",
      country: "GB",
      area: "Staffordshire",
      validFrom: "2016-03-01",
      wentInto: { key: "moorlands", on: "2022-07-01" },
    },
    {
      key: "potteries-stp",
      name: "Potteries Care Alliance",
      kind: "HEALTH_SYSTEM",
      country: "GB",
      area: "Staffordshire",
      validFrom: "2016-03-01",
      wentInto: { key: "moorlands", on: "2022-07-01" },
    },
    {
      key: "moorlands",
      name: "Moorlands and Potteries Care System",
      kind: "HEALTH_SYSTEM",
      country: "GB",
      area: "Staffordshire",
      validFrom: "2022-07-01",
    },
    {
      key: "downs",
      name: "Downs Care System",
      kind: "HEALTH_SYSTEM",
      country: "GB",
      area: "Surrey",
      validFrom: "2016-03-01",
      former: [{ name: "Downs Health Partnership", untilDay: "2022-07-01" }],
    },
    { key: "council", name: "National Leadership Council", kind: "FUNDER", country: "GB" },
  ],
};

/** The programmes of each network, by its slug. */
export const demoProgrammes: Record<string, DemoProgramme[]> = {
  talent: [
    {
      name: "TALENT Groups",
      description:
        "Small groups in one country each, in which early-career nurses and midwives learn to lead with three seniors beside them.",
      startsOn: "2019-01-01",
      endsOn: null,
      waves: [
        {
          name: "Pilot",
          startsOn: "2019-03-01",
          endsOn: "2020-03-31",
          groups: ["zambia", "united-kingdom", "somaliland"],
        },
        {
          name: "Second wave",
          startsOn: "2021-09-01",
          endsOn: null,
          groups: ["ethiopia", "nepal"],
        },
      ],
      groups: [],
      relations: [
        { organisation: "fund", kind: "FUNDS", fromDay: "2019-01-01", untilDay: null },
        { organisation: "quays", kind: "HOSTS", fromDay: null, untilDay: null },
        { organisation: "partners", kind: "PARTNERS", fromDay: null, untilDay: null },
      ],
    },
  ],
  "system-leaders": [
    {
      name: "Leading across systems",
      description:
        "Areas that grow their own leaders: one group an area, and one in which people of all areas learn together.",
      startsOn: "2019-05-10",
      endsOn: null,
      waves: [
        {
          name: "First areas",
          startsOn: "2019-05-10",
          endsOn: "2021-03-31",
          groups: ["staffordshire", "surrey"],
        },
        {
          name: "Second areas",
          startsOn: "2022-09-01",
          endsOn: null,
          groups: ["fylde-coast", "north-cumbria"],
        },
      ],
      groups: ["system-leaders-combined"],
      relations: [
        { organisation: "council", kind: "FUNDS", fromDay: null, untilDay: "2024-04-01" },
        { organisation: "moorlands-stp", kind: "HOSTS", fromDay: "2019-05-10", untilDay: null },
        { organisation: "downs", kind: "HOSTS", fromDay: "2019-05-10", untilDay: null },
      ],
    },
  ],
};
