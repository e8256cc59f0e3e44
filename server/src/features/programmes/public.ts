// What other rooms may use of this one.
export { findProgramme, getProgramme } from "./queries.ts";
export { Programme } from "./types/programme.ts";
