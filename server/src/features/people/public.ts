// What other rooms may use of this one.
export { PersonSchema } from "./entities.ts";
export { findPerson, getPerson } from "./queries.ts";
export { personById } from "./loaders.ts";
export { Person, Viewer } from "./types.ts";
