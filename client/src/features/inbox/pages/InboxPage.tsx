import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { ThreadRow } from "../../groups/components/ThreadRow.tsx";
import { OwnWishes } from "../../joining/components/OwnWishes.tsx";
import { CaughtUp } from "../components/CaughtUp.tsx";
import { MentionRow } from "../components/MentionRow.tsx";
import { waiting } from "../components/waiting.ts";

const InboxPageQuery = graphql(`
  query InboxPage($frame: Boolean!, $after: String) {
    viewer {
      ...ShellViewer @include(if: $frame)
      ...OwnWishes
      liveCursor
      inbox {
        threads(first: 30, after: $after) {
          nodes {
            id
            unreadCount
            lastActivityAt
            ...ThreadRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        mentions(first: 20) {
          nodes {
            id
            createdAt
            ...MentionRow
          }
        }
      }
    }
  }
`);

/** Everything that waits for the reader, from every group, and where they were named. */
export default function InboxPage() {
  const { t } = useLingui();
  const { frame } = useFrame();
  const { data, error, refetch, fetchMore } = useQuery(InboxPageQuery, { variables: { frame } });
  const inbox = data?.viewer?.inbox;
  const threads = waiting(inbox?.threads.nodes ?? []);
  return (
    <PageFrame header={<PageHeader title={t`Inbox`} />}>
      {error && !data && <PageProblem retry={refetch} />}
      {!inbox && !error && <Skeleton label={t`Fetching what is new`} />}
      {inbox && (
        <>
          <OwnWishes />
          <Section title={t`Unread`}>
            {threads.length === 0 ? (
              <CaughtUp />
            ) : (
              <ul className="-mx-2.5">
                {threads.map((thread) => (
                  <ThreadRow key={thread.id} thread={thread} withGroup />
                ))}
              </ul>
            )}
            <MoreButton
              shown={inbox.threads.pageInfo.hasNextPage}
              more={() => fetchMore({ variables: { after: inbox.threads.pageInfo.endCursor } })}
            />
          </Section>
          <Section title={t`Where you were named`}>
            {inbox.mentions.nodes.length === 0 ? (
              <p className="text-sm text-ink-2">
                <Trans>When someone writes @ and your name, the message stands here.</Trans>
              </p>
            ) : (
              <ul className="-mx-2.5">
                {inbox.mentions.nodes
                  .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
                  .map((message) => (
                    <MentionRow key={message.id} message={message} />
                  ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </PageFrame>
  );
}
