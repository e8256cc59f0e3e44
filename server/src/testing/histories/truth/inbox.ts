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

export const inboxField: LiveField = {
  field: "inboxUpdates",
  argument: null,
  snapshot: `query { viewer { liveCursor groups(first: 100) { nodes { id } } networks(first: 100) { nodes { id } }
    inbox { mentions(first: 100) { nodes { ${MENTION} } } } } }`,
  read({ viewer }) {
    const { liveCursor, groups, networks, inbox } = viewer as Data;
    const lists = {
      groups: byId(groups.nodes),
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
    GroupJoined: {
      shows: `group { id }`,
      apply: (held, { group }) => put(held, "groups", group),
    },
    GroupLeft: {
      shows: `groupId`,
      apply({ lists }, { groupId }) {
        lists["groups"].delete(groupId);
        for (const [id, mention] of lists["mentions"])
          if (mention["thread"].group.id === groupId) lists["mentions"].delete(id);
      },
    },
    Mentioned: mention,
    MentionChanged: mention,
    // Of a confidential group in a network that the person manages: it goes to the network's page, screen.ts.
    GroupCreated: aboutHidden,
    GroupEdited: aboutHidden,
    GroupMovedOn: aboutHidden,
    // The mark itself goes to what shows the thread: screen.ts.
    ReadMarkMoved: { shows: `thread { id lastMessageSeq lastReadSeq }`, apply: () => {} },
  },
  facts: {
    NetworkJoined: "NetworkJoined",
    GroupJoined: "GroupJoined",
    GroupLeft: "GroupLeft",
    GroupCreated: "GroupCreated",
    GroupEdited: "GroupEdited",
    GroupMovedOn: "GroupMovedOn",
    Mentioned: "Mentioned",
    MentionChanged: "MentionChanged",
    ReadMarkMoved: "ReadMarkMoved",
  },
  coalesced: new Set(),
};
