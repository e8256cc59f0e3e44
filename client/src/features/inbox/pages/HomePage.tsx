import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { Button } from "../../../ui/Button.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { patient } from "../../../ui/patient.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { leadsAny } from "../../groups/components/leads-any.ts";
import { GroupRow } from "../../groups/components/GroupRow.tsx";
import { ThreadRow } from "../../groups/components/ThreadRow.tsx";
import { NetworkRow } from "../../networks/components/NetworkRow.tsx";
import { EmailStatus } from "../../people/components/EmailStatus.tsx";
import { CaughtUp } from "../components/CaughtUp.tsx";
import { waiting } from "../components/waiting.ts";

const CreateNetworkDialog = lazy(
  patient(() => import("../../networks/components/CreateNetworkDialog.tsx")),
);

const HomePageQuery = graphql(`
  query HomePage($frame: Boolean!) {
    viewer {
      ...ShellViewer @include(if: $frame)
      liveCursor
      email
      emailVerified
      person {
        id
        name
      }
      networks(first: 10) {
        nodes {
          id
          ...NetworkRow
        }
      }
      groups(first: 50) {
        nodes {
          id
          liveCursor
          lastActivityAt
          viewerRole
          ...GroupRow
        }
      }
      inbox {
        threads(first: 20) {
          nodes {
            id
            unreadCount
            lastActivityAt
            ...ThreadRow
          }
        }
      }
    }
  }
`);

const shownThreads = 8;

/** What is new, then the groups, then the networks: the first look of the day. */
export default function HomePage() {
  const { t } = useLingui();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(HomePageQuery, { variables: { frame } });
  const [creating, setCreating] = useState(false);
  const viewer = data?.viewer;
  const threads = waiting(viewer?.inbox.threads.nodes ?? []);
  const groups = viewer?.groups.nodes.toSorted((a, b) =>
    b.lastActivityAt.localeCompare(a.lastActivityAt),
  );
  return (
    <PageFrame header={<PageHeader title={t`Home`} />}>
      {error && !data && <PageProblem retry={refetch} />}
      {!viewer && !error && <Skeleton label={t`Fetching what is new`} />}
      {viewer && groups && (
        <>
          {!viewer.emailVerified && <EmailStatus email={viewer.email} verified={false} />}
          {groups.length > 0 && (
            <Section title={t`What is new`}>
              {threads.length === 0 ? (
                <CaughtUp />
              ) : (
                <ul className="-mx-2.5">
                  {threads.slice(0, shownThreads).map((thread) => (
                    <ThreadRow key={thread.id} thread={thread} withGroup />
                  ))}
                </ul>
              )}
              {threads.length > shownThreads && (
                <div>
                  <Link to="/inbox" className={buttonLook("quiet")}>
                    <Trans>All that is unread</Trans>
                  </Link>
                </div>
              )}
            </Section>
          )}
          {groups.length > 0 && (
            <Section
              title={t`Your groups`}
              end={
                leadsAny(groups) && (
                  <Link to="/announce" className={buttonLook("quiet")}>
                    <Trans>Announce</Trans>
                  </Link>
                )
              }
            >
              <ul className="-mx-2.5">
                {groups.map((group) => (
                  <GroupRow key={group.id} group={group} />
                ))}
              </ul>
            </Section>
          )}
          {viewer.networks.nodes.length > 0 && (
            <Section title={t`Your networks`}>
              <ul className="-mx-2.5">
                {viewer.networks.nodes.map((network) => (
                  <NetworkRow key={network.id} network={network} />
                ))}
              </ul>
            </Section>
          )}
          {groups.length === 0 && viewer.networks.nodes.length === 0 && (
            <EmptyState
              title={
                <Trans>
                  Welcome, <bdi>{viewer.person.name}</bdi>
                </Trans>
              }
              action={
                <Button onClick={() => setCreating(true)}>
                  <Trans>Create a network</Trans>
                </Button>
              }
            >
              <Trans>
                In Baraza, people talk in small groups. If someone invited you, open the link in
                their mail: it brings you into the group. If you set up a programme for others,
                create a network for it.
              </Trans>
            </EmptyState>
          )}
        </>
      )}
      {creating && (
        <Suspense>
          <CreateNetworkDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </PageFrame>
  );
}
