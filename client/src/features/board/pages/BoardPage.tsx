import { useQuery } from "@apollo/client/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
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
import { patient } from "../../../ui/patient.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { FollowNetwork } from "../../networks/live/FollowNetwork.tsx";
import { useNetworkLists } from "../../networks/live/use-network-lists.ts";
import { boardIn, isNarrowed } from "../components/board-filter.ts";
import { BoardCards } from "../components/BoardCards.tsx";
import { BoardFilters } from "../components/BoardFilters.tsx";
import { BoardNumbers } from "../components/BoardNumbers.tsx";
import { BoardTable } from "../components/BoardTable.tsx";
import type { Choice } from "../components/ChooseGroup.tsx";
import { useBoardNews } from "../hooks/use-board-news.ts";

const MoveOnDialog = lazy(patient(() => import("../components/MoveOnDialog.tsx")));

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
          ...BoardMove
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
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isMoving, setMoving] = useState(false);
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
  // What a filter took off the board is not done to unseen.
  const ids = board.nodes.map(({ id }) => id).filter((id) => chosen.includes(id));
  const choice: Choice = {
    has: (id) => ids.includes(id),
    turn: (id) => setChosen(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
  };
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
          {ids.length > 0 && (
            <div className="flex flex-wrap items-center gap-2">
              <span role="status" className="text-sm font-semibold">
                <Plural value={ids.length} one="# group chosen" other="# groups chosen" />
              </span>
              <Button kind="primary" onClick={() => setMoving(true)}>
                <Trans>Move on</Trans>
              </Button>
              <Button onClick={() => setChosen(board.nodes.map(({ id }) => id))}>
                <Trans>Choose all shown</Trans>
              </Button>
              <Button onClick={() => setChosen([])}>
                <Trans>Choose none</Trans>
              </Button>
            </div>
          )}
          {error && <PageProblem retry={refetch} />}
          <div aria-busy={loading}>
            {board.nodes.length > 0 ? (
              <Rows groups={board.nodes} choice={choice} />
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
      {isMoving && (
        <Suspense>
          <MoveOnDialog
            ids={ids}
            onMoved={() => setChosen([])}
            onClose={() => {
              setMoving(false);
              if (chosen.length === 0) void again();
            }}
          />
        </Suspense>
      )}
    </PageFrame>
  );
}
