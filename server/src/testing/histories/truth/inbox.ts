import { byId, put } from "../held.ts";
import { GROUP_AROUND } from "./around.ts";
import type { Data } from "../../world.ts";
import type { LiveField, Told } from "./liveField.ts";

const MENTION = `id seq version body createdAt withdrawnAt editedAt author { id } thread { id group { id } }`;

const mention: Told = {
  shows: `message { ${MENTION} }`,
  apply(held, { message }) {
    put(held, "mentions", message);
    if (message.withdrawnAt) held.lists["mentions"].delete(message.id);
  },
};

const aboutHidden: Told = { shows: `group { ${GROUP_AROUND} network { id } }`, apply: () => {} };

const PERSON_OF = `person { id isViewer } group { id }`;
const APPLICATION = `id state nextEvents asked reason createdAt updatedAt dueAt answers { key label text } ${PERSON_OF}`;
const WAITING = `id state nextEvents createdAt expiresAt ${PERSON_OF}`;

/** Puts what is the viewer's own, or what they decide about, where it is shown; what they may see no more is nowhere. */
const wish = (name: "application" | "waitingPlace", shows: string): Told => ({
  shows: `${name} { ${shows} }`,
  apply(held, { [name]: one }) {
    if (!one) return;
    if (one.person.isViewer) put(held, `${name}s`, one);
    if (held.lists["groups"].has(one.group?.id) && held.lists[`${name}sToDecide`])
      if (!one.person.isViewer) put(held, `${name}sToDecide`, one);
  },
});

/** What the viewer decides about in the groups that they are in. */
const toDecide = (groups: readonly Data[], name: string): Map<string, Data> =>
  byId(groups.flatMap((group) => group[name].nodes).filter((one: Data) => !one["person"].isViewer));

export const inboxField: LiveField = {
  field: "inboxUpdates",
  argument: null,
  snapshot: `query { viewer { liveCursor groups(first: 100) { nodes { id
    applications(first: 100) { nodes { ${APPLICATION} } } waitingPlaces(first: 100) { nodes { ${WAITING} } } } }
    applications(first: 100) { nodes { ${APPLICATION} } } waitingPlaces(first: 100) { nodes { ${WAITING} } } networks(first: 100) { nodes { id } }
    inbox { mentions(first: 100) { nodes { ${MENTION} } } } } }`,
  read({ viewer }) {
    const { liveCursor, groups, networks, inbox, applications, waitingPlaces } = viewer as Data;
    const lists = {
      groups: byId(groups.nodes.map(({ id }: Data) => ({ id }))),
      applications: byId(applications.nodes),
      waitingPlaces: byId(waitingPlaces.nodes),
      applicationsToDecide: toDecide(groups.nodes, "applications"),
      waitingPlacesToDecide: toDecide(groups.nodes, "waitingPlaces"),
      networks: byId(networks.nodes),
      mentions: byId(inbox.mentions.nodes),
    };
    return { held: { facts: {}, lists, marks: new Map() }, cursor: liveCursor };
  },
  told: {
    NetworkJoined: {
      shows: `network { id }`,
      apply: (held, { network }) => put(held, "networks", network),
    },
    // All that one sees of it may be another: screen.ts.
    NetworkRoleChanged: { shows: `network { id }`, apply: () => {} },
    NetworkLeft: {
      shows: `networkId`,
      apply: ({ lists }, { networkId }) => void lists["networks"].delete(networkId),
    },
    GroupJoined: {
      shows: `group { id }`,
      apply: (held, { group }) => put(held, "groups", group),
    },
    // All that one sees of it may be another: screen.ts.
    GroupRoleChanged: { shows: `group { id }`, apply: () => {} },
    GroupLeft: {
      shows: `groupId`,
      apply({ lists }, { groupId }) {
        lists["groups"].delete(groupId);
        for (const name of ["applicationsToDecide", "waitingPlacesToDecide"])
          for (const [id, one] of lists[name])
            if (one["group"]?.id === groupId) lists[name].delete(id);
        for (const [id, mention] of lists["mentions"])
          if (mention["thread"].group.id === groupId) lists["mentions"].delete(id);
      },
    },
    Mentioned: mention,
    MentionChanged: mention,
    // The pages of acts ask again at each of them.
    BulkActMoved: { shows: `bulkAct { id state total done viewerCan }`, apply: () => {} },
    ApplicationMoved: wish("application", APPLICATION),
    WaitingPlaceMoved: wish("waitingPlace", WAITING),
    // Of a confidential group in a network that the person manages: it goes to the network's page, screen.ts.
    GroupCreated: aboutHidden,
    GroupEdited: aboutHidden,
    GroupMovedOn: aboutHidden,
    // The mark itself goes to what shows the thread: screen.ts.
    ReadMarkMoved: { shows: `thread { id lastMessageSeq lastReadSeq }`, apply: () => {} },
  },
  facts: {
    NetworkJoined: "NetworkJoined",
    NetworkRoleChanged: "NetworkRoleChanged",
    NetworkLeft: "NetworkLeft",
    GroupJoined: "GroupJoined",
    GroupRoleChanged: "GroupRoleChanged",
    GroupLeft: "GroupLeft",
    BulkActMoved: "BulkActMoved",
    ApplicationMoved: "ApplicationMoved",
    WaitingPlaceMoved: "WaitingPlaceMoved",
    GroupCreated: "GroupCreated",
    GroupEdited: "GroupEdited",
    GroupMovedOn: "GroupMovedOn",
    Mentioned: "Mentioned",
    MentionChanged: "MentionChanged",
    ReadMarkMoved: "ReadMarkMoved",
  },
  coalesced: new Set(),
};
