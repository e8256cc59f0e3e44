import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams, useSearchParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { Filters } from "../components/Filters.tsx";
import { filterIn } from "../components/filters.ts";
import { ListMe } from "../components/ListMe.tsx";
import { PersonRow } from "../components/PersonRow.tsx";

const DirectoryPageQuery = graphql(`
  query DirectoryPage($slug: String!, $frame: Boolean!, $filter: PeopleFilter, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
      person {
        id
        field
        country
      }
    }
    network(slug: $slug) {
      id
      name
      ...ListMe
      ...WornLook
      colleaguesAbroad(first: 4) {
        nodes {
          id
          ...PersonRow
        }
      }
      people(filter: $filter, first: 30, after: $after) {
        nodes {
          id
          ...PersonRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export default function DirectoryPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const [params] = useSearchParams();
  const filter = filterIn(params);
  const asked = Object.values(filter).some(Boolean);
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(DirectoryPageQuery, {
    variables: { slug, frame, filter },
    fetchPolicy: "cache-and-network",
  });
  const network = (data ?? previousData)?.network;
  const self = (data ?? previousData)?.viewer?.person;
  if (isMissing(error) || (data && !data.network)) return <NotHere />;
  if (!network)
    return (
      <PageFrame header={<PageHeader title={t`People`} back={<BackButton />} />}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the directory`} />}
      </PageFrame>
    );
  const { people, colleaguesAbroad } = network;
  const abroad = new URLSearchParams({
    ...(self?.field && { field: self.field }),
    ...(self?.country && { otherThanCountry: self.country }),
  });
  return (
    <PageFrame
      header={
        <PageHeader
          back={<BackButton />}
          title={t`People`}
          sub={<bdi>{network.name}</bdi>}
          end={
            <Link to={`/networks/${slug}/map`} className={buttonLook("plain")}>
              <Trans>Map</Trans>
            </Link>
          }
        />
      }
    >
      <WearLook network={network} />
      <ListMe network={network} again={() => void refetch()} />
      <Filters key={slug} />
      {!asked && colleaguesAbroad.nodes.length > 0 && (
        <Section
          title={t`In your field, in other countries`}
          end={
            <Link to={`/networks/${slug}/people?${abroad}`} className={buttonLook("plain")}>
              <Trans>All of them</Trans>
            </Link>
          }
        >
          <ul className="-mx-2.5">
            {colleaguesAbroad.nodes.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        </Section>
      )}
      {!asked && !(self?.field && self.country) && (
        <EmptyState
          title={t`Find colleagues abroad`}
          action={
            <Link to="/me/profile" className={buttonLook("plain")}>
              <Trans>Add them to your profile</Trans>
            </Link>
          }
        >
          <Trans>
            With your field and your country in your profile, people who do the same work elsewhere
            are shown here.
          </Trans>
        </EmptyState>
      )}
      <Section title={asked ? t`Found` : t`Everybody who is listed`}>
        <div aria-live="polite" aria-busy={loading}>
          {people.nodes.length === 0 && (
            <EmptyState title={asked ? t`Nobody fits` : t`Nobody is listed yet`}>
              {asked ? (
                <Trans>Try fewer words, or another country or language.</Trans>
              ) : (
                <Trans>Be the first: the others then see that somebody is here.</Trans>
              )}
            </EmptyState>
          )}
          <ul className="-mx-2.5">
            {people.nodes.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        </div>
        <MoreButton
          shown={people.pageInfo.hasNextPage}
          more={() => fetchMore({ variables: { after: people.pageInfo.endCursor } })}
        />
      </Section>
    </PageFrame>
  );
}
