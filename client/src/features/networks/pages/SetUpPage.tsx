import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams, useSearchParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { CoordinatorsStep } from "../components/CoordinatorsStep.tsx";
import { EditNetwork } from "../components/EditNetwork.tsx";
import { NetworkFactsDocument } from "../components/NetworkFacts.ts";
import { doneSteps, NetworkSetUpDocument, stepKeys } from "../components/set-up.ts";
import { GroupsStep, OrganisationsStep, ProgrammesStep } from "../components/SetUpLists.tsx";
import { StepList } from "../components/StepList.tsx";
import { WearLook } from "../components/WearLook.tsx";
import { FollowNetwork } from "../live/FollowNetwork.tsx";

const SetUpPageQuery = graphql(`
  query SetUpPage($slug: String!, $frame: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    network(slug: $slug) {
      id
      name
      liveCursor
      viewerCan
      ...NetworkFacts
      ...NetworkSetUp
      ...WornLook
    }
  }
`);

/** A manager's way from an empty network to one that works. Which step is open stands in the address. */
export default function SetUpPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const [search] = useSearchParams();
  const { frame } = useFrame();
  const asked = useQuery(SetUpPageQuery, {
    variables: { slug, frame },
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const { error, refetch } = asked;
  const again = () => void refetch();
  // What was just made is asked for anew; the step stays open meanwhile.
  const data = asked.data ?? asked.previousData;
  const network = data?.network;
  const facts = useFragmentData(NetworkFactsDocument, network);
  const setUp = useFragmentData(NetworkSetUpDocument, network);
  if (isMissing(error) || (data && !network)) return <NotHere />;
  const header = (
    <PageHeader back={<BackButton />} title={t`Set up the network`} sub={network?.name} />
  );
  if (!network || !facts || !setUp)
    return (
      <PageFrame header={header}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the network`} />}
      </PageFrame>
    );
  const done = doneSteps(setUp);
  const named = stepKeys.find((key) => key === search.get("step"));
  const open = named ?? stepKeys.find((key) => !done.has(key)) ?? "name";
  const form = { slug, network: facts, again };
  const step = {
    name: <EditNetwork key="name" {...form} only="look" />,
    places: <EditNetwork key="places" {...form} only="places" />,
    organisations: <OrganisationsStep slug={slug} network={setUp} />,
    programmes: <ProgrammesStep slug={slug} network={setUp} />,
    groups: <GroupsStep slug={slug} network={setUp} facts={facts} />,
    coordinators: <CoordinatorsStep network={setUp} again={again} />,
  }[open];
  return (
    <PageFrame header={header}>
      <WearLook network={network} />
      <FollowNetwork
        networkId={network.id}
        after={network.liveCursor}
        again={async () => (await refetch()).data?.network?.liveCursor}
      />
      {network.viewerCan.includes("EDIT") ? (
        <StepList slug={slug} done={done} open={open}>
          {step}
        </StepList>
      ) : (
        <EmptyState title={t`For managers`}>
          <Trans>Only the network's managers do this: ask one of them.</Trans>
        </EmptyState>
      )}
    </PageFrame>
  );
}
