import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import type { Mentionable } from "../mentions.ts";

const coordinators: Mentionable = { name: "coordinators", address: "role:coordinators" };

/** Who can be mentioned: asked for when the first `@` is typed, and not before. */
export function useMentionables(groupId: string) {
  const client = useApolloClient();
  const asked = useRef(false);
  const [all, setAll] = useState<readonly Mentionable[]>([coordinators]);
  async function ask(): Promise<void> {
    if (asked.current) return;
    asked.current = true;
    try {
      const { Mentionables } = await import("../acts/reading-documents.ts");
      const { data } = await client.query({
        query: Mentionables,
        variables: { groupId },
        fetchPolicy: "no-cache",
      });
      const group = data?.group;
      if (group?.__typename !== "Group") return;
      const people = group.everyone.nodes.map(({ person }) => ({
        name: person.name,
        address: `person:${person.id}`,
      }));
      setAll([...people, coordinators]);
    } catch {
      // The link is bad: the next @ asks again, and the name can be written without it.
      asked.current = false;
    }
  }
  return { all, ask };
}
