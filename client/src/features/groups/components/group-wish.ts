import type {
  ClinicalField,
  FacilityLevel,
  GroupKind,
  GroupSetting,
  GroupVisibility,
} from "../../../generated/graphql.ts";

/** What a form about a group holds: every field as its text, empty for none. */
export interface GroupWish {
  name: string;
  description: string;
  country: string;
  visibility: GroupVisibility;
  setting: GroupSetting | "";
  facilityLevel: FacilityLevel | "";
  resources: string;
  field: ClinicalField | "";
  language: string;
  startsOn: string;
  endsOn: string;
  memberCapacity: string;
  coordinatorCapacity: string;
}

type Told = {
  [Name in keyof GroupWish]?: string | number | null | undefined;
};

const empty: GroupWish = {
  name: "",
  description: "",
  country: "",
  visibility: "PRIVATE",
  setting: "",
  facilityLevel: "",
  resources: "",
  field: "",
  language: "",
  startsOn: "",
  endsOn: "",
  memberCapacity: "",
  coordinatorCapacity: "",
};

export function wishOf(group: Told): GroupWish {
  const told = Object.entries(group).filter(([name, value]) => name in empty && value != null);
  return { ...empty, ...Object.fromEntries(told.map(([name, value]) => [name, `${value}`])) };
}

/** `usual`: what the network says of its new groups. */
export const usualVisibility = (kind: GroupKind, usual: GroupVisibility | null): GroupVisibility =>
  kind === "COMMUNITY" ? "OPEN" : (usual ?? "PRIVATE");

/** What everybody who may edit a group says of it. */
export function saidOf(wish: GroupWish) {
  return {
    name: wish.name.trim(),
    description: wish.description.trim() || null,
    country: wish.country || null,
    setting: wish.setting || null,
    facilityLevel: wish.facilityLevel || null,
    resources: wish.resources.trim() || null,
    field: wish.field || null,
    language: wish.language || null,
  };
}

/** What managers set up. */
export function setUpOf(wish: GroupWish) {
  return {
    visibility: wish.visibility,
    startsOn: wish.startsOn || null,
    endsOn: wish.endsOn || null,
    memberCapacity: wish.memberCapacity ? Number(wish.memberCapacity) : null,
    coordinatorCapacity: wish.coordinatorCapacity ? Number(wish.coordinatorCapacity) : null,
  };
}

export const wishFields = Object.keys(empty);
