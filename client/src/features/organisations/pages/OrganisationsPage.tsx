import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { OrganisationKind } from "../../../generated/graphql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams, useSearchParams } from "../../../platform/router/router.tsx";
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
import { OrganisationFilters } from "../components/OrganisationFilters.tsx";
import { OrganisationRow } from "../components/OrganisationRow.tsx";
import { today } from "../components/words.ts";

const RegisterDialog = lazy(patient(() => import("../components/RegisterDialog.tsx")));

const OrganisationsPageQuery = graphql(`
  query OrganisationsPage(
    $slug: String!
    $frame: Boolean!
    $after: String
    $query: String
    $kind: OrganisationKind
    $country: CountryCode
    $on: Date
  ) {
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
      organisations(
        first: 50
        after: $after
        query: $query
        kind: $kind
        country: $country
        on: $on
      ) {
        nodes {
          id
          ...OrganisationRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** The register of a network. What it is narrowed to stands in the address. */
export default function OrganisationsPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const [search] = useSearchParams();
  const [entering, setEntering] = useState(false);
  const words = useDeferredValue(search.get("q") ?? "");
  useNetworkLists();
  const { data, error, refetch, fetchMore } = useQuery(OrganisationsPageQuery, {
    variables: {
      slug,
      frame,
      query: words || null,
      kind: (search.get("kind") as OrganisationKind | null) ?? null,
      country: search.get("country"),
      on: search.has("past") ? null : today(),
    },
  });
  if (isMissing(error) || (data && !data.network)) return <NotHere />;
  const network = data?.network;
  const page = network?.organisations;
  const keeps = network?.viewerCan.includes("KEEP_REGISTER");
  const add = keeps && (
    <Button onClick={() => setEntering(true)}>
      <Trans>Add one</Trans>
    </Button>
  );
  return (
    <PageFrame
      header={<PageHeader back={<BackButton />} title={t`Organisations`} sub={network?.name} />}
    >
      {network && <WearLook network={network} />}
      {network && (
        <FollowNetwork
          networkId={network.id}
          after={network.liveCursor}
          again={async () => (await refetch()).data?.network?.liveCursor}
        />
      )}
      <OrganisationFilters />
      {page && page.nodes.length > 0 && add && <div>{add}</div>}
      {error && !page && <PageProblem retry={refetch} />}
      {!page && !error && <Skeleton label={t`Fetching the organisations`} />}
      {page?.nodes.length === 0 &&
        (search.size > 0 ? (
          <EmptyState title={t`Nothing like that in the register`} action={add}>
            <Trans>Try fewer letters, or show those of the past too.</Trans>
          </EmptyState>
        ) : (
          <EmptyState title={t`No organisations yet`} action={add}>
            <Trans>
              The hospitals, trusts, universities and funders that this network has to do with. They
              keep their past: what they were called, and what they went into.
            </Trans>
          </EmptyState>
        ))}
      {page && page.nodes.length > 0 && (
        <ul className="-mx-2.5">
          {page.nodes.map((one) => (
            <OrganisationRow key={one.id} organisation={one} />
          ))}
        </ul>
      )}
      <MoreButton
        shown={page?.pageInfo.hasNextPage ?? false}
        more={() => fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } })}
      />
      {entering && network && (
        <Suspense>
          <RegisterDialog
            networkId={network.id}
            name={search.get("q") ?? ""}
            onClose={() => setEntering(false)}
          />
        </Suspense>
      )}
    </PageFrame>
  );
}
