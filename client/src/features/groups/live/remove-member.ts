import type { ApolloCache } from "@apollo/client";
import { removeNodes } from "../../../platform/apollo/lists.ts";

/** Takes a person out of the lists of a group's members. */
export function removeMember(cache: ApolloCache, groupId: string, personId: string): void {
  const gone = cache.identify({ __typename: "Person", id: personId });
  const group = { __typename: "Group", id: groupId };
  for (const list of ["members", "membersNotAgreed"])
    removeNodes(cache, group, list, (read) => {
      const person = read("person");
      return (
        typeof person === "object" && person !== null && "__ref" in person && person.__ref === gone
      );
    });
}
