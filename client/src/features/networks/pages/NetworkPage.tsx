import { useQuery } from "@apollo/client/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { patient } from "../../../ui/patient.ts";
import { GroupRow } from "../../groups/components/GroupRow.tsx";
import { MemberRow } from "../../groups/components/MemberRow.tsx";
import { WhyList } from "../../groups/components/WhyList.tsx";
import { LeaveNetwork } from "../components/LeaveNetwork.tsx";
import { NetworkMemberMenu } from "../components/NetworkMemberMenu.tsx";
import { networkActionWord } from "../components/network-words.ts";
import { NetworkPlaces } from "../components/NetworkPlaces.tsx";
import { WearLook } from "../components/WearLook.tsx";
import { FollowNetwork } from "../live/FollowNetwork.tsx";

const SetUpCard = lazy(patient(() => import("../components/SetUpCard.tsx")));
const CreateGroupDialog = lazy(patient(() => import("../components/CreateGroupDialog.tsx")));

const NetworkPageQuery = graphql(`
  query NetworkPage($slug: String!, $frame: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    network(slug: $slug) {
      id
      name
      description
      memberCount
      liveCursor
      viewerCan
      viewerActions {
        action
        allowed
        reason {
          code
          message
        }
      }
      groupVisibility
      memberSeats
      coordinatorSeats
      ...WornLook
      groups(first: 50) {
        nodes {
          id
          ...GroupRow
        }
      }
      members(first: 30, after: $after) {
        nodes {
          id
          ...MemberRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export default function NetworkPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const [creating, setCreating] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(NetworkPageQuery, {
    variables: { slug, frame },
  });
  if (isMissing(error) || (data && !data.network)) return <NotHere />;
  const network = data?.network;
  if (!network)
    return (
      <PageFrame header={<PageHeader title={t`Network`} />}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the network`} />}
      </PageFrame>
    );
  const create = network.viewerCan.includes("CREATE_GROUP") && (
    <Button onClick={() => setCreating(true)}>
      <Trans>Create a group</Trans>
    </Button>
  );
  return (
    <PageFrame
      header={
        <PageHeader
          back={<BackButton />}
          title={network.name}
          sub={<Plural value={network.memberCount} one="# member" other="# members" />}
        />
      }
    >
      <WearLook network={network} />
      <FollowNetwork
        networkId={network.id}
        after={network.liveCursor}
        again={async () => (await refetch()).data?.network?.liveCursor}
      />
      {network.description && (
        <p dir="auto" className="w-fit max-w-[66ch]">
          {network.description}
        </p>
      )}
      {network.viewerCan.includes("EDIT") && (
        <Suspense>
          <SetUpCard slug={slug} />
        </Suspense>
      )}
      <NetworkPlaces
        slug={slug}
        edits={network.viewerCan.includes("EDIT")}
        board={network.viewerCan.includes("SEE_BOARD")}
      />
      <Section title={t`Groups`} end={network.groups.nodes.length > 0 && create}>
        {network.groups.nodes.length === 0 ? (
          <EmptyState title={t`No groups yet`} action={create}>
            <Trans>
              A network talks in groups: cohorts of at most 20 people with their coordinators, and
              open communities.
            </Trans>
          </EmptyState>
        ) : (
          <ul className="-mx-2.5">
            {network.groups.nodes.map((group) => (
              <GroupRow key={group.id} group={group} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t`Members`}>
        <ul className="-mx-2.5">
          {network.members.nodes.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              menu={(place) => <NetworkMemberMenu networkId={network.id} {...place} />}
            />
          ))}
        </ul>
        <MoreButton
          shown={network.members.pageInfo.hasNextPage}
          more={() => fetchMore({ variables: { after: network.members.pageInfo.endCursor } })}
        />
      </Section>
      <WhyList answers={network.viewerActions} word={networkActionWord} />
      {network.viewerCan.includes("LEAVE") && (
        <LeaveNetwork networkId={network.id} name={network.name} />
      )}
      {creating && (
        <Suspense>
          <CreateGroupDialog network={network} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </PageFrame>
  );
}
