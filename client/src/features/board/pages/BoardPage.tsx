import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams, useSearchParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { useIsWide } from "../../../platform/use-is-desk.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { FollowNetwork } from "../../networks/live/FollowNetwork.tsx";
import { useNetworkLists } from "../../networks/live/use-network-lists.ts";
import { boardIn, isNarrowed } from "../components/board-filter.ts";
import { BoardCards } from "../components/BoardCards.tsx";
import { BoardFilters } from "../components/BoardFilters.tsx";
import { BoardNumbers } from "../components/BoardNumbers.tsx";
import { BoardTable } from "../components/BoardTable.tsx";
import { useBoardNews } from "../hooks/use-board-news.ts";

const BoardPageQuery = graphql(`
  query BoardPage(
    $slug: String!
    $frame: Boolean!
    $whole: Boolean!
    $filter: BoardFilter
    $order: BoardOrder!
    $after: String
  ) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    network(slug: $slug) {
      id
      name
      liveCursor
      ...WornLook
      ...BoardNumbers @include(if: $whole)
      boardSummary @include(if: $whole) {
        countries
      }
      programmes(first: 100) @include(if: $whole) {
        nodes {
          id
          name
        }
      }
      board(first: 50, after: $after, filter: $filter, order: $order) {
        nodes {
          id
          ...BoardRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What of the network's updates changes who stands on the board, or where. */
const moves = /^(Group|Programme)/;

export default function BoardPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const [params] = useSearchParams();
  const isWide = useIsWide();
  const [isStale, setStale] = useState(false);
  const asked = boardIn(params);
  useNetworkLists();
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(BoardPageQuery, {
    variables: { slug, frame, whole: true, ...asked },
    fetchPolicy: "cache-and-network",
  });
  useBoardNews(slug, () => setStale(true));
  const network = (data ?? previousData)?.network;
  if (isMissing(error) || (data && !data.network?.boardSummary)) return <NotHere />;
  async function again() {
    const { data: fresh } = await refetch();
    setStale(false);
    return fresh?.network?.liveCursor;
  }
  const header = (
    <PageHeader back={<BackButton />} title={t`Board`} sub={network && <bdi>{network.name}</bdi>} />
  );
  if (!network?.boardSummary)
    return (
      <PageFrame header={header}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the board`} />}
      </PageFrame>
    );
  const { board, boardSummary, programmes } = network;
  const Rows = isWide ? BoardTable : BoardCards;
  return (
    <PageFrame bare header={header}>
      <WearLook network={network} />
      <FollowNetwork
        networkId={network.id}
        after={network.liveCursor}
        again={again}
        told={(update) => moves.test(update) && setStale(true)}
      />
      <div data-scroller className="overflow-y-auto px-4 pt-4 pb-10 desk:px-6">
        <div className="grid max-w-320 grid-cols-[minmax(0,1fr)] gap-6">
          <BoardNumbers network={network} />
          <BoardFilters countries={boardSummary.countries} programmes={programmes?.nodes ?? []} />
          {isStale && (
            <Banner
              action={
                <Button onClick={() => void again()}>
                  <Trans>Show it as it is now</Trans>
                </Button>
              }
            >
              <Trans>The board has changed.</Trans>
            </Banner>
          )}
          {error && <PageProblem retry={refetch} />}
          <div aria-busy={loading}>
            {board.nodes.length > 0 ? (
              <Rows groups={board.nodes} />
            ) : (
              <EmptyState title={isNarrowed(asked) ? t`No group fits` : t`No groups yet`}>
                {isNarrowed(asked) && <Trans>Take a filter away, or choose another.</Trans>}
              </EmptyState>
            )}
          </div>
          <MoreButton
            shown={board.pageInfo.hasNextPage}
            more={() =>
              fetchMore({ variables: { after: board.pageInfo.endCursor ?? null, whole: false } })
            }
          />
        </div>
      </div>
    </PageFrame>
  );
}
