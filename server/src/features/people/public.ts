// What other rooms may use of this one.
export type { ProfileChange } from "./commands/updateProfile.ts";
export { clinicalFields, type ClinicalField } from "./fields.ts";
export { getPerson } from "./queries.ts";
export { Person, PersonConnection } from "./types/person.ts";
export { Viewer } from "./types/viewer.ts";
