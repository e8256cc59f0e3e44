import { readGlobalId } from "../../platform/graphql/ids.ts";

/** People named in one message at the most: more is a call to all, and nobody's phone should ring for it. */
const MOST = 30;
const LINK = /\[@[^\]\n]{1,200}\]\((person|role):([\w-]{1,120})\)/g;

/** Who a text mentions: people by uuid, and whether the coordinators are called. */
export function mentionsIn(body: string): { people: string[]; coordinators: boolean } {
  const people = new Set<string>();
  let coordinators = false;
  for (const [, kind, id = ""] of body.matchAll(LINK)) {
    if (kind === "role") coordinators ||= id === "coordinators";
    else {
      const read = readGlobalId(id);
      if (read?.type === "Person") people.add(read.uuid);
    }
  }
  return { people: [...people].slice(0, MOST), coordinators };
}
