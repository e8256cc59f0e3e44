import type { ApolloCache } from "@apollo/client";
import type { GroupUpdatesSubscription } from "../../../generated/graphql.ts";
import { addNode, removeNodes } from "../../../platform/apollo/lists.ts";
import { writeUpdate } from "../../../platform/apollo/write-update.ts";
import { GroupUpdates } from "./group-updates.ts";

type Update = GroupUpdatesSubscription["groupUpdates"];

const inbox = { __typename: "Inbox" };

/** One update of a group, into everything that is shown of it. Running it twice changes nothing. */
export function applyGroupUpdate(cache: ApolloCache, groupId: string, update: Update): void {
  writeUpdate(cache, GroupUpdates, "groupUpdates", { groupId }, update);
  const group = { __typename: "Group", id: groupId };
  switch (update.__typename) {
    case "ThreadStarted":
    case "ThreadMoved": {
      const thread = { __typename: "Thread", id: update.thread.id };
      addNode(cache, group, "threads", thread);
      addNode(cache, inbox, "threads", thread);
      break;
    }
    case "MemberAdmitted":
      addNode(cache, group, "members", { __typename: "Membership", id: update.membership.id });
      break;
    case "MemberRemoved":
    case "MemberLeft": {
      const personRef = cache.identify({ __typename: "Person", id: update.person.id });
      removeNodes(
        cache,
        group,
        "members",
        (read) => (read("person") as { __ref?: string } | undefined)?.__ref === personRef,
      );
      break;
    }
  }
}
