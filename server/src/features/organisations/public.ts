// What other rooms may use of this one.
export { heirsOf } from "./loaders.ts";
export { findOrganisation, getOrganisation, getOrganisations } from "./queries.ts";
export { Organisation } from "./types.ts";
