import { t } from "@lingui/core/macro";
import type {
  ClinicalField,
  FacilityLevel,
  GroupSetting,
  GroupState,
  GroupVisibility,
} from "../../../generated/graphql.ts";

export const visibilities: GroupVisibility[] = ["OPEN", "RESTRICTED", "PRIVATE", "CONFIDENTIAL"];
export const settings: GroupSetting[] = ["RURAL", "URBAN", "MIXED"];
export const levels: FacilityLevel[] = ["COMMUNITY", "PRIMARY", "DISTRICT", "REGIONAL", "NATIONAL"];
export const fields: ClinicalField[] = [
  "CHILD_HEALTH",
  "COMMUNITY_HEALTH",
  "CRITICAL_CARE",
  "EDUCATION_AND_RESEARCH",
  "EMERGENCY_CARE",
  "INFECTION_PREVENTION",
  "INTERNAL_MEDICINE",
  "LEADERSHIP_AND_MANAGEMENT",
  "MENTAL_HEALTH",
  "MIDWIFERY",
  "OLDER_PEOPLE",
  "ONCOLOGY_AND_PALLIATIVE_CARE",
  "PRIMARY_CARE",
  "PUBLIC_HEALTH",
  "SURGERY_AND_THEATRE",
  "OTHER",
];

export function visibilityWord(visibility: GroupVisibility): string {
  switch (visibility) {
    case "OPEN":
      return t`Open`;
    case "RESTRICTED":
      return t`By application`;
    case "PRIVATE":
      return t`By invitation`;
    case "CONFIDENTIAL":
      return t`Confidential`;
  }
}

/** Who knows of it, and how one comes in. */
export function visibilitySays(visibility: GroupVisibility): string {
  switch (visibility) {
    case "OPEN":
      return t`Everybody in the network sees this group and may join at once.`;
    case "RESTRICTED":
      return t`Everybody in the network sees this group and may apply. Its coordinators decide.`;
    case "PRIVATE":
      return t`Everybody in the network sees that this group is there. One comes in by invitation.`;
    case "CONFIDENTIAL":
      return t`Only its members, and who manages the network, know that this group is there.`;
  }
}

export function stateWord(state: GroupState): string {
  switch (state) {
    case "FORMING":
      return t`Forming`;
    case "ACTIVE":
      return t`Active`;
    case "SELF_SUSTAINING":
      return t`Self-sustaining`;
    case "GRADUATED":
      return t`Graduated`;
    case "SEALED":
      return t`Sealed`;
  }
}

/** What can be done in it then. */
export function stateSays(state: GroupState): string {
  switch (state) {
    case "FORMING":
      return t`Its members can do everything. Nobody joins or applies yet.`;
    case "ACTIVE":
      return t`Everything is open.`;
    case "SELF_SUSTAINING":
      return t`It is run by its members. Each of them may invite members.`;
    case "GRADUATED":
      return t`Nobody new comes in. Who is in it goes on talking.`;
    case "SEALED":
      return t`It can be read by who was in it. Nothing is written or changed. A manager can open it again.`;
  }
}

export function settingWord(setting: GroupSetting): string {
  switch (setting) {
    case "RURAL":
      return t`Rural`;
    case "URBAN":
      return t`Urban`;
    case "MIXED":
      return t`Rural and urban`;
  }
}

export function levelWord(level: FacilityLevel): string {
  switch (level) {
    case "COMMUNITY":
      return t`In the community`;
    case "PRIMARY":
      return t`Clinic or health post`;
    case "DISTRICT":
      return t`District hospital`;
    case "REGIONAL":
      return t`Regional hospital`;
    case "NATIONAL":
      return t`National hospital`;
  }
}

export function fieldWord(field: ClinicalField): string {
  switch (field) {
    case "MIDWIFERY":
      return t`Midwifery`;
    case "CHILD_HEALTH":
      return t`Child health`;
    case "EMERGENCY_CARE":
      return t`Emergency care`;
    case "MENTAL_HEALTH":
      return t`Mental health`;
    case "COMMUNITY_HEALTH":
      return t`Community health`;
    case "SURGERY_AND_THEATRE":
      return t`Surgery and theatre`;
    case "INTERNAL_MEDICINE":
      return t`Internal medicine`;
    case "ONCOLOGY_AND_PALLIATIVE_CARE":
      return t`Oncology and palliative care`;
    case "INFECTION_PREVENTION":
      return t`Infection prevention`;
    case "PUBLIC_HEALTH":
      return t`Public health`;
    case "EDUCATION_AND_RESEARCH":
      return t`Education and research`;
    case "LEADERSHIP_AND_MANAGEMENT":
      return t`Leadership and management`;
    case "PRIMARY_CARE":
      return t`Primary care`;
    case "OLDER_PEOPLE":
      return t`Older people`;
    case "CRITICAL_CARE":
      return t`Critical care`;
    case "OTHER":
      return t`Another field`;
  }
}
