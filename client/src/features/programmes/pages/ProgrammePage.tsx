import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { patient } from "../../../ui/patient.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { GroupRow } from "../../groups/components/GroupRow.tsx";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { FollowNetwork } from "../../networks/live/FollowNetwork.tsx";
import { useNetworkLists } from "../../networks/live/use-network-lists.ts";
import { Comparison } from "../components/Comparison.tsx";
import { DaySpan } from "../components/DaySpan.tsx";
import { ProgrammeFactsDocument } from "../components/programme-facts.ts";
import { Relations } from "../components/Relations.tsx";
import { Waves } from "../components/Waves.tsx";

const ProgrammeDialog = lazy(patient(() => import("../components/ProgrammeDialog.tsx")));
const PlaceDialog = lazy(patient(() => import("../components/PlaceDialog.tsx")));

const ProgrammePageQuery = graphql(`
  query ProgrammePage($id: ID!, $frame: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Programme {
        id
        network {
          id
          slug
          name
          liveCursor
          ...WornLook
        }
        ...ProgrammeFacts
        ...Comparison
        groups(first: 50, after: $after) {
          nodes {
            id
            ...GroupRow
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

export default function ProgrammePage() {
  const { t } = useLingui();
  const { programmeId = "" } = useParams();
  const { frame } = useFrame();
  const [act, setAct] = useState<"edit" | "place" | null>(null);
  useNetworkLists();
  const { data, error, refetch, fetchMore } = useQuery(ProgrammePageQuery, {
    variables: { id: programmeId, frame },
  });
  const programme = data?.node?.__typename === "Programme" ? data.node : undefined;
  const facts = useFragmentData(ProgrammeFactsDocument, programme ?? null);
  if (isMissing(error) || (data && !programme)) return <NotHere />;
  if (!programme || !facts)
    return (
      <PageFrame header={<PageHeader back={<BackButton />} title={t`Programme`} />}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the programme`} />}
      </PageFrame>
    );
  const { network, groups } = programme;
  const { description, startsOn, endsOn, viewerCan } = facts;
  const close = () => setAct(null);
  return (
    <PageFrame
      header={
        <PageHeader
          back={<BackButton />}
          title={facts.name}
          sub={network.name}
          end={
            viewerCan.includes("EDIT") && (
              <Button kind="quiet" onClick={() => setAct("edit")}>
                <Trans>Edit</Trans>
              </Button>
            )
          }
        />
      }
    >
      <WearLook network={network} />
      <FollowNetwork
        networkId={network.id}
        after={network.liveCursor}
        again={async () => {
          const { data: fresh } = await refetch();
          return fresh?.node?.__typename === "Programme" ? fresh.node.network.liveCursor : null;
        }}
      />
      {(startsOn || endsOn) && (
        <p className="text-sm text-ink-2">
          <DaySpan from={startsOn ?? null} to={endsOn ?? null} />
        </p>
      )}
      {description && (
        <p dir="auto" className="w-fit max-w-[66ch] whitespace-pre-line">
          {description}
        </p>
      )}
      <Comparison programme={programme} />
      <Waves programme={facts} />
      <Relations programme={facts} networkId={network.id} />
      <Section
        title={t`Groups`}
        end={
          viewerCan.includes("PLACE_GROUPS") && (
            <Button kind="quiet" onClick={() => setAct("place")}>
              <Trans>Place a group</Trans>
            </Button>
          )
        }
      >
        {groups.nodes.length === 0 ? (
          <p className="text-sm text-ink-2">
            <Trans>No group that you may know of belongs to it.</Trans>
          </p>
        ) : (
          <ul className="-mx-2.5">
            {groups.nodes.map((group) => (
              <GroupRow key={group.id} group={group} />
            ))}
          </ul>
        )}
        <MoreButton
          shown={groups.pageInfo.hasNextPage}
          more={() => fetchMore({ variables: { after: groups.pageInfo.endCursor ?? null } })}
        />
      </Section>
      <Suspense>
        {act === "edit" && (
          <ProgrammeDialog
            networkId={network.id}
            programme={{
              id: facts.id,
              version: facts.version,
              said: {
                name: facts.name,
                description: description ?? "",
                startsOn: startsOn ?? "",
                endsOn: endsOn ?? "",
              },
            }}
            onClose={close}
          />
        )}
        {act === "place" && (
          <PlaceDialog
            programmeId={facts.id}
            networkId={network.id}
            waves={facts.waves}
            onPlaced={() => void refetch()}
            onClose={close}
          />
        )}
      </Suspense>
    </PageFrame>
  );
}
