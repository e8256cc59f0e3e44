import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { leadsAny } from "../components/leads-any.ts";
import { GroupRow } from "../components/GroupRow.tsx";

const GroupsPageQuery = graphql(`
  query GroupsPage($frame: Boolean!) {
    viewer {
      ...ShellViewer @include(if: $frame)
      groups(first: 50) {
        nodes {
          id
          lastActivityAt
          viewerRole
          liveCursor
          network {
            id
            name
          }
          ...GroupRow
        }
      }
    }
  }
`);

/** Every group that the reader is in, by network. */
export default function GroupsPage() {
  const { t } = useLingui();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(GroupsPageQuery, { variables: { frame } });
  const groups = data?.viewer?.groups.nodes ?? [];
  const networks = new Map(groups.map((group) => [group.network.id, group.network.name]));
  return (
    <PageFrame
      header={
        <PageHeader
          title={t`Your groups`}
          end={
            leadsAny(groups) && (
              <Link to="/announce" className={buttonLook("plain")}>
                <Trans>Announce</Trans>
              </Link>
            )
          }
        />
      }
    >
      {error && !data && <PageProblem retry={refetch} />}
      {!data && !error && <Skeleton label={t`Fetching your groups`} />}
      {data && groups.length === 0 && (
        <EmptyState title={t`You are not in a group yet`}>
          <Trans>
            Groups are where people talk here. A coordinator can invite you: the link in their mail
            brings you in.
          </Trans>
        </EmptyState>
      )}
      {[...networks].map(([id, name]) => (
        <Section key={id} title={<bdi>{name}</bdi>}>
          <ul className="-mx-2.5">
            {groups
              .filter((group) => group.network.id === id)
              .toSorted((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt))
              .map((group) => (
                <GroupRow key={group.id} group={group} />
              ))}
          </ul>
        </Section>
      ))}
    </PageFrame>
  );
}
