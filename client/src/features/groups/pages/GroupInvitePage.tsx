import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { GroupFrame } from "../components/GroupFrame.tsx";
import { GroupSeats } from "../components/GroupSeats.tsx";
import { InvitationRow } from "../components/InvitationRow.tsx";
import { InviteByLink } from "../components/InviteByLink.tsx";
import { InviteByMail } from "../components/InviteByMail.tsx";
import { WhoReads } from "../components/WhoReads.tsx";
import { useGroupReading } from "../hooks/useGroupReading.ts";

const GroupInvitePageQuery = graphql(`
  query GroupInvitePage($id: ID!, $frame: Boolean!, $desk: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Group {
        id
        viewerCan
        memberCount
        coordinatorCount
        ...GroupFrame
        ...GroupSeats
        ...RailGroup @include(if: $desk)
        invitations(first: 30, after: $after) {
          nodes {
            id
            ...InvitationRow
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

export default function GroupInvitePage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { variables, isGone } = useGroupReading(groupId);
  const { data, error, refetch, fetchMore } = useQuery(GroupInvitePageQuery, {
    variables,
  });
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  if (
    isGone(error, group?.viewerCan) ||
    (data && !group?.viewerCan.some((one) => one === "INVITE" || one === "ADMIT"))
  )
    return <NotHere />;
  return (
    <GroupFrame group={group} problem={error && <PageProblem retry={refetch} />}>
      {group && (
        <>
          <div className="text-sm sm:max-w-72 wide:hidden">
            <GroupSeats group={group} />
          </div>
          <WhoReads
            groupId={group.id}
            memberCount={group.memberCount}
            coordinatorCount={group.coordinatorCount}
            seesMembers
          />
          {group.viewerCan.includes("INVITE") && (
            <>
              <Section title={t`By e-mail`}>
                <InviteByMail groupId={group.id} onInvited={() => void refetch()} />
              </Section>
              <Section title={t`By link`}>
                <InviteByLink groupId={group.id} onMade={() => void refetch()} />
              </Section>
            </>
          )}
          <Section title={t`Sent and made so far`}>
            {group.invitations.nodes.length === 0 ? (
              <p className="text-sm text-ink-2">
                <Trans>None yet.</Trans>
              </p>
            ) : (
              <ul className="grid gap-2">
                {group.invitations.nodes.map((one) => (
                  <InvitationRow key={one.id} invitation={one} />
                ))}
              </ul>
            )}
            <MoreButton
              shown={group.invitations.pageInfo.hasNextPage}
              more={() => fetchMore({ variables: { after: group.invitations.pageInfo.endCursor } })}
            />
          </Section>
        </>
      )}
    </GroupFrame>
  );
}
