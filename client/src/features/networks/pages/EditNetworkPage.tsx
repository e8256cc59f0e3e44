import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { EditNetwork } from "../components/EditNetwork.tsx";
import { NetworkFactsDocument } from "../components/NetworkFacts.ts";
import { WearLook } from "../components/WearLook.tsx";
import { FollowNetwork } from "../live/FollowNetwork.tsx";

const EditNetworkPageQuery = graphql(`
  query EditNetworkPage($slug: String!, $frame: Boolean!) {
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
      ...WornLook
    }
  }
`);

/** For managers: what the network is called, how it looks, where it works, and what new groups begin with. */
export default function EditNetworkPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(EditNetworkPageQuery, {
    variables: { slug, frame },
    // What is edited has to be what is there.
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const network = data?.network;
  const facts = useFragmentData(NetworkFactsDocument, network);
  if (isMissing(error) || (data && !network)) return <NotHere />;
  const header = (
    <PageHeader back={<BackButton />} title={t`Edit the network`} sub={network?.name} />
  );
  if (!network || !facts)
    return (
      <PageFrame header={header}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the network`} />}
      </PageFrame>
    );
  return (
    <PageFrame header={header}>
      <WearLook network={network} />
      <FollowNetwork
        networkId={network.id}
        after={network.liveCursor}
        again={async () => (await refetch()).data?.network?.liveCursor}
      />
      {network.viewerCan.includes("EDIT") ? (
        <EditNetwork key={network.id} slug={slug} network={facts} again={() => void refetch()} />
      ) : (
        <EmptyState title={t`For managers`}>
          <Trans>Only the network's managers do this: ask one of them.</Trans>
        </EmptyState>
      )}
    </PageFrame>
  );
}
