// What other rooms may use of this one.
export { getPerson } from "./queries.ts";
export { Person, Viewer } from "./types.ts";
