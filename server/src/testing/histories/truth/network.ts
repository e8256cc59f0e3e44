import { byId, put } from "../held.ts";
import type { Data } from "../../world.ts";
import type { LiveField, Told } from "./liveField.ts";

const NETWORK = `id slug name description viewerRole viewerCan`;
const GROUP = `id name kind description country createdAt memberCapacity coordinatorCapacity`;

const aboutGroup: Told = {
  shows: `group { ${GROUP} }`,
  apply: (held, { group }) => put(held, "groups", group),
};

export const networkField: LiveField = {
  field: "networkUpdates",
  argument: "networkId",
  snapshot: `query($target: ID!) { node(id: $target) { ... on Network { liveCursor ${NETWORK}
    groups(first: 100) { nodes { ${GROUP} } } } } }`,
  read({ node }) {
    if (!node) return null;
    const { liveCursor, groups, ...facts } = node as Data;
    return {
      held: { facts, lists: { groups: byId(groups.nodes) }, marks: new Map() },
      cursor: liveCursor,
    };
  },
  told: { GroupCreated: aboutGroup, GroupEdited: aboutGroup },
  facts: { GroupCreated: "GroupCreated", GroupEdited: "GroupEdited" },
  coalesced: new Set(),
};
