// What other rooms may use of this one.
export { clinicalFields, type ClinicalField } from "./fields.ts";
export { findableOf, type Findable } from "./findable.ts";
export { getPerson } from "./queries.ts";
export { Person, PersonConnection } from "./types/person.ts";
export { Viewer } from "./types/viewer.ts";
