// What other rooms may use of this one.
export { getOrganisation } from "./queries.ts";
export { Organisation } from "./types.ts";
