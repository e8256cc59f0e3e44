import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../generated/gql.ts";
import { addNode } from "../../../platform/apollo/lists.ts";
import { useLive } from "../../../platform/live/use-live.ts";
import { patient } from "../../../ui/patient.ts";
import { applyInboxUpdate, InboxUpdates } from "./inbox-updates.ts";

const InboxAgain = graphql(`
  query InboxAgain {
    viewer {
      liveCursor
    }
  }
`);

// A group that was joined, on this device or another: what the frame and the lists of groups show of it.
const JoinedGroup = graphql(`
  query JoinedGroup($id: ID!) {
    node(id: $id) {
      ... on Group {
        id
        ...ShellGroup
        ...GroupRow
      }
    }
  }
`);

// Few of a day's updates need it.
const rare = patient(() => import("./ask-again.ts"));

interface Props {
  after: string | null;
  onJoined: (groupId: string) => void;
  onLeft: (groupId: string) => void;
}

/** Keeps what is the viewer's own fresh: read marks, mentions, groups joined and left. Shows nothing. */
export function FollowInbox({ after, onJoined, onLeft }: Props) {
  const client = useApolloClient();

  async function join(groupId: string) {
    onJoined(groupId);
    await client.query({
      query: JoinedGroup,
      variables: { id: groupId },
      fetchPolicy: "network-only",
    });
    const group = { __typename: "Group", id: groupId };
    addNode(client.cache, { __typename: "Viewer" }, "groups", group);
  }

  useLive({
    document: InboxUpdates,
    field: "inboxUpdates",
    variables: {},
    after,
    apply: (update) => {
      applyInboxUpdate(client.cache, update);
      if (update.__typename === "GroupJoined") void join(update.group.id);
      else if (update.__typename === "GroupLeft") onLeft(update.groupId);
      if (/^(BulkAct|Group|Application|WaitingPlace|Network(Role|Left))/.test(update.__typename))
        void rare().then((part) => part.askAgain(client, update.__typename));
    },
    onReset: async () => {
      // First the cursor, then the pages: what happens between the two is replayed.
      const { data } = await client.query({ query: InboxAgain, fetchPolicy: "network-only" });
      await client.refetchQueries({ include: "active" });
      return data?.viewer?.liveCursor;
    },
  });
  return null;
}
