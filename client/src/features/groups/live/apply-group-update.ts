import type { ApolloCache } from "@apollo/client";
import type { GroupUpdatesSubscription } from "../../../generated/graphql.ts";
import { addNode } from "../../../platform/apollo/lists.ts";
import { writeUpdate } from "../../../platform/apollo/write-update.ts";
import { removeMember } from "./remove-member.ts";
import { GroupUpdates } from "./group-updates.ts";

type Update = GroupUpdatesSubscription["groupUpdates"];

const inbox = { __typename: "Inbox" };

/** One update of a group, into everything that is shown of it. Running it twice changes nothing. */
export function applyGroupUpdate(cache: ApolloCache, groupId: string, update: Update): void {
  writeUpdate(cache, GroupUpdates, "groupUpdates", { groupId }, update);
  const group = { __typename: "Group", id: groupId };
  /** An open page that shows it asks again. */
  const forget = (fieldName: string) => cache.evict({ id: cache.identify(group), fieldName });
  if (update.__typename === "ThreadStarted" || update.__typename === "ThreadMoved") {
    const thread = { __typename: "Thread", id: update.thread.id };
    addNode(cache, group, "threads", thread);
    addNode(cache, inbox, "threads", thread);
  } else if (update.__typename === "MemberAdmitted") {
    addNode(cache, group, "members", { __typename: "Membership", id: update.membership.id });
    forget("membersNotAgreed");
  } else if (update.__typename === "CompactWritten") {
    // Everybody is to agree again, and what it said is past.
    forget("membersNotAgreed");
    forget("compactVersions");
  } else if (update.__typename === "MemberRemoved" || update.__typename === "MemberLeft") {
    removeMember(cache, groupId, update.person.id);
  }
}
