import { ask, type Person } from "../api.ts";

interface Named {
  id: string;
  name: string;
}

/** The id of a group of the demo world that the person is in. */
export async function groupOf(who: Person, name: string): Promise<string> {
  const query = "{ viewer { groups(first: 50) { nodes { id name } } } }";
  const { viewer } = await ask<{ viewer: { groups: { nodes: Named[] } } }>(who, query);
  return found(viewer.groups.nodes.find((group) => group.name === name));
}

/** The id of the first of what a network of the demo world keeps. */
export async function firstOf(
  who: Person,
  { slug, list }: { slug: string; list: "programmes" | "organisations" },
): Promise<string> {
  const query = `query($slug: String!) { network(slug: $slug) { ${list}(first: 1) { nodes { id name } } } }`;
  const { network } = await ask<{ network: Record<string, { nodes: Named[] }> }>(who, query, {
    slug,
  });
  return found(network[list]?.nodes[0]);
}

/** The path of a thread of a group by its title. */
export async function threadOf(who: Person, groupId: string, title: string): Promise<string> {
  const query =
    "query($id: ID!) { group: node(id: $id) { ... on Group { threads(first: 50) { nodes { id title } } } } }";
  const { group } = await ask<{ group: { threads: { nodes: { id: string; title: string }[] } } }>(
    who,
    query,
    { id: groupId },
  );
  const id = found(group.threads.nodes.find((thread) => thread.title === title));
  return `/groups/${groupId}/threads/${id}`;
}

function found(one: { id: string } | undefined): string {
  if (!one) throw new Error("The demo world has no such thing");
  return one.id;
}
