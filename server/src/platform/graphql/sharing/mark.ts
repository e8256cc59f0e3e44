import { Extensions } from "type-graphql";

/**
 * Says that a field's value is the same for everybody who may see its object: it is made of the object alone, and
 * never of who asks. On a type or an interface it says so of the fields that have no resolver. Live answers in which
 * every field says so are made once for all followers (sharing.ts); a field that says nothing is made for each.
 */
export const Shared = () => Extensions({ sharing: "shared" });
