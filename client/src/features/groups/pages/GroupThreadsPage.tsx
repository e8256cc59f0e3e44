import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { GroupFrame } from "../components/GroupFrame.tsx";
import { inOrder } from "../components/in-order.ts";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { patient } from "../../../ui/patient.ts";
import { ThreadRow } from "../components/ThreadRow.tsx";
import { useGroupReading } from "../hooks/useGroupReading.ts";

const StartThreadDialog = lazy(patient(() => import("../components/StartThreadDialog.tsx")));

const GroupThreadsPageQuery = graphql(`
  query GroupThreadsPage($id: ID!, $frame: Boolean!, $desk: Boolean!, $read: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Group {
        id
        viewerCan
        ...GroupFrame
        ...RailGroup @include(if: $desk)
        threads(first: 30) @include(if: $read) {
          nodes {
            id
            pinnedAt
            lastActivityAt
            ...ThreadRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const MoreThreads = graphql(`
  query MoreThreads($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on Group {
        id
        threads(first: 30, after: $after) {
          nodes {
            ...GroupThread
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export default function GroupThreadsPage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { variables, isGone } = useGroupReading(groupId);
  const { data, error, refetch, fetchMore } = useQuery(GroupThreadsPageQuery, {
    variables,
  });
  const [starting, setStarting] = useState(false);
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  if (isGone(error, group?.viewerCan) || (data && data.node?.__typename !== "Group"))
    return <NotHere />;
  // To others than members the list comes empty; that is not for want of words.
  const reads = group?.viewerCan.includes("READ");
  const start = group?.viewerCan.includes("START_THREAD") && (
    <Button kind="primary" onClick={() => setStarting(true)}>
      <Trans>Start a thread</Trans>
    </Button>
  );
  return (
    <GroupFrame group={group} problem={error && <PageProblem retry={refetch} />}>
      {group?.threads && group.threads.nodes.length > 0 && (
        <>
          {start && <div>{start}</div>}
          <ul className="-mx-2.5">
            {inOrder(group.threads.nodes).map((thread) => (
              <ThreadRow key={thread.id} thread={thread} />
            ))}
          </ul>
          <MoreButton
            shown={group.threads.pageInfo.hasNextPage}
            more={() =>
              fetchMore({
                query: MoreThreads,
                variables: { id: group.id, after: group.threads?.pageInfo.endCursor ?? null },
              })
            }
          />
        </>
      )}
      {group && reads && group.threads?.nodes.length === 0 && (
        <EmptyState
          title={t`Nothing has been said here yet`}
          action={
            <div className="flex flex-wrap gap-2">
              {start}
              {group.viewerCan.includes("INVITE") && (
                <Link to={`/groups/${group.id}/invite`} className={buttonLook("plain")}>
                  <Trans>Invite people</Trans>
                </Link>
              )}
            </div>
          }
        >
          <Trans>
            A thread is one conversation with a title: a question from the ward, a change that you
            tried, something to decide. Start the first one.
          </Trans>
        </EmptyState>
      )}
      {group && !reads && !group.viewerCan.includes("JOIN") && (
        <Banner>
          <Trans>What is said in this group is for its members.</Trans>{" "}
          {group.viewerCan.includes("SEE_MEMBERS") && (
            <Trans>You see who they are and what the group is for.</Trans>
          )}
        </Banner>
      )}
      {starting && group && (
        <Suspense>
          <StartThreadDialog
            groupId={group.id}
            canAnnounce={group.viewerCan.includes("ANNOUNCE")}
            onClose={() => setStarting(false)}
          />
        </Suspense>
      )}
    </GroupFrame>
  );
}
