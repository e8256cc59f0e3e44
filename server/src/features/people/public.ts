// What other rooms may use of this one.
export { clinicalFields, type ClinicalField } from "./fields.ts";
export { getPerson } from "./queries.ts";
export { Person, Viewer } from "./types.ts";
