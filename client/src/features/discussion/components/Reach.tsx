import { useQuery } from "@apollo/client/react";
import { Plural, Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";

const ReachDocument = graphql(`
  query AnnouncementReach($groupIds: [ID!]) {
    viewer {
      announcementReach(groupIds: $groupIds) {
        groupCount
        personCount
      }
    }
  }
`);

/** How many would hear it, counted by the server: who is in several groups is one person. */
export function Reach({ groupIds }: { groupIds: readonly string[] }) {
  const { data, previousData } = useQuery(ReachDocument, {
    variables: { groupIds: [...groupIds] },
    skip: groupIds.length === 0,
    fetchPolicy: "cache-and-network",
  });
  const reach = groupIds.length > 0 && (data ?? previousData)?.viewer?.announcementReach;
  return (
    <p role="status" className="min-h-5 text-sm text-ink-2">
      {groupIds.length === 0 && <Trans>Choose at least one group.</Trans>}
      {reach && (
        <>
          <Trans>It reaches:</Trans>{" "}
          <Plural value={reach.groupCount} one="# group" other="# groups" />
          {" · "}
          <Plural value={reach.personCount} one="# person" other="# people" />
        </>
      )}
    </p>
  );
}
