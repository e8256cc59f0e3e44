import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { patient } from "../../../ui/patient.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { FollowNetwork } from "../../networks/live/FollowNetwork.tsx";
import { useNetworkLists } from "../../networks/live/use-network-lists.ts";
import { ProgrammeRow } from "../components/ProgrammeRow.tsx";

const ProgrammeDialog = lazy(patient(() => import("../components/ProgrammeDialog.tsx")));

const ProgrammesPageQuery = graphql(`
  query ProgrammesPage($slug: String!, $frame: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    network(slug: $slug) {
      id
      slug
      name
      liveCursor
      viewerCan
      ...WornLook
      programmes(first: 50, after: $after) {
        nodes {
          id
          ...ProgrammeRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export default function ProgrammesPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const [making, setMaking] = useState(false);
  useNetworkLists();
  const { data, error, refetch, fetchMore } = useQuery(ProgrammesPageQuery, {
    variables: { slug, frame },
  });
  if (isMissing(error) || (data && !data.network)) return <NotHere />;
  const network = data?.network;
  const page = network?.programmes;
  const make = network?.viewerCan.includes("RUN_PROGRAMMES") && (
    <Button onClick={() => setMaking(true)}>
      <Trans>Make a programme</Trans>
    </Button>
  );
  return (
    <PageFrame
      header={<PageHeader back={<BackButton />} title={t`Programmes`} sub={network?.name} />}
    >
      {network && <WearLook network={network} />}
      {network && (
        <FollowNetwork
          networkId={network.id}
          after={network.liveCursor}
          again={async () => (await refetch()).data?.network?.liveCursor}
        />
      )}
      {!page &&
        (error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the programmes`} />)}
      {page?.nodes.length === 0 && (
        <EmptyState title={t`No programmes yet`} action={make}>
          <Trans>
            A programme is what groups are run for: an offer, a scheme, a funded project. It runs in
            waves that can be compared, and says who funds, hosts and partners it.
          </Trans>
        </EmptyState>
      )}
      {page && page.nodes.length > 0 && (
        <>
          {make && <div>{make}</div>}
          <ul className="-mx-2.5">
            {page.nodes.map((one) => (
              <ProgrammeRow key={one.id} programme={one} />
            ))}
          </ul>
        </>
      )}
      <MoreButton
        shown={page?.pageInfo.hasNextPage ?? false}
        more={() => fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } })}
      />
      {making && network && (
        <Suspense>
          <ProgrammeDialog
            networkId={network.id}
            programme={null}
            onClose={() => setMaking(false)}
          />
        </Suspense>
      )}
    </PageFrame>
  );
}
