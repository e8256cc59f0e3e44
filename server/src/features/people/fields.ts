import { registerEnumType } from "type-graphql";

/** Fields of work, by code, with their names in English. A group, a profile and the directory use this one list. */
export const clinicalFieldNames = {
  MIDWIFERY: "Midwifery",
  CHILD_HEALTH: "Child health",
  EMERGENCY_CARE: "Emergency care",
  MENTAL_HEALTH: "Mental health",
  COMMUNITY_HEALTH: "Community health",
  SURGERY_AND_THEATRE: "Surgery and theatre",
  INTERNAL_MEDICINE: "Internal medicine",
  ONCOLOGY_AND_PALLIATIVE_CARE: "Oncology and palliative care",
  INFECTION_PREVENTION: "Infection prevention",
  PUBLIC_HEALTH: "Public health",
  EDUCATION_AND_RESEARCH: "Education and research",
  LEADERSHIP_AND_MANAGEMENT: "Leadership and management",
  PRIMARY_CARE: "Primary care",
  OLDER_PEOPLE: "Older people",
  CRITICAL_CARE: "Critical care",
  OTHER: "Another field",
} as const;

export type ClinicalField = keyof typeof clinicalFieldNames;

/** The codes as an enum's values. */
export const clinicalFields = Object.fromEntries(
  Object.keys(clinicalFieldNames).map((code) => [code, code]),
) as { readonly [Code in ClinicalField]: Code };

registerEnumType(clinicalFields, {
  name: "ClinicalField",
  description: "What somebody works in, or what a group is about.",
  valuesConfig: Object.fromEntries(
    Object.entries(clinicalFieldNames).map(([code, name]) => [code, { description: `${name}.` }]),
  ),
});
