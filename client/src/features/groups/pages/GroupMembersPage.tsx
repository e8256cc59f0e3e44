import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { Role } from "../../../generated/graphql.ts";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Banner } from "../../../ui/Banner.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { CoordinatorsRoom } from "../components/CoordinatorsRoom.tsx";
import { GroupFrame } from "../components/GroupFrame.tsx";
import { LeaveGroup } from "../components/LeaveGroup.tsx";
import { MemberRow } from "../components/MemberRow.tsx";
import { useGroupReading } from "../hooks/useGroupReading.ts";

const GroupMembersPageQuery = graphql(`
  query GroupMembersPage($id: ID!, $frame: Boolean!, $desk: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Group {
        id
        name
        viewerCan
        ...GroupFrame
        ...RailGroup @include(if: $desk)
        members(first: 50, after: $after) {
          nodes {
            id
            role
            person {
              id
              name
            }
            ...MemberRow
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

export default function GroupMembersPage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { variables, isGone } = useGroupReading(groupId);
  const { data, error, refetch, fetchMore } = useQuery(GroupMembersPageQuery, {
    variables,
  });
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  if (isGone(error, group?.viewerCan) || (data && data.node?.__typename !== "Group"))
    return <NotHere />;
  const members = group?.members.nodes.toSorted((a, b) =>
    a.person.name.localeCompare(b.person.name),
  );
  const isMember = (one: { role: Role }) => one.role === "MEMBER";
  const guiding = members?.filter((one) => !isMember(one)) ?? [];
  const rest = members?.filter(isMember) ?? [];
  return (
    <GroupFrame group={group} problem={error && <PageProblem retry={refetch} />}>
      {group && !group.viewerCan.includes("SEE_MEMBERS") && (
        <Banner>
          <Trans>Who is in this group is for its members to see.</Trans>
        </Banner>
      )}
      {guiding.length > 0 && (
        <Section title={t`Who guides the group`}>
          <ul className="-mx-2.5">
            {guiding.map((one) => (
              <MemberRow key={one.id} member={one} groupId={groupId} />
            ))}
          </ul>
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={t`Members`}>
          <ul className="-mx-2.5">
            {rest.map((one) => (
              <MemberRow key={one.id} member={one} groupId={groupId} />
            ))}
          </ul>
        </Section>
      )}
      {group && (
        <MoreButton
          shown={group.members.pageInfo.hasNextPage}
          more={() => fetchMore({ variables: { after: group.members.pageInfo.endCursor } })}
        />
      )}
      {group?.viewerCan.includes("CONFER") && <CoordinatorsRoom groupId={group.id} />}
      {group?.viewerCan.includes("LEAVE") && <LeaveGroup groupId={group.id} name={group.name} />}
    </GroupFrame>
  );
}
