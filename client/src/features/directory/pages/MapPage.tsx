import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { patient } from "../../../ui/patient.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { countryName } from "../../groups/components/words.ts";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { CountryTable } from "../components/CountryTable.tsx";

const WorldMap = lazy(patient(() => import("../components/WorldMap.tsx")));

const MapPageQuery = graphql(`
  query MapPage($slug: String!, $frame: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    network(slug: $slug) {
      id
      name
      ...WornLook
      countries {
        country
        memberCount
        groupCount
      }
    }
  }
`);

export default function MapPage() {
  const { t, i18n } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(MapPageQuery, {
    variables: { slug, frame },
    fetchPolicy: "cache-and-network",
  });
  if (isMissing(error) || (data && !data.network)) return <NotHere />;
  const network = data?.network;
  if (!network)
    return (
      <PageFrame header={<PageHeader title={t`Map`} back={<BackButton />} />}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the map`} />}
      </PageFrame>
    );
  const { countries } = network;
  const number = new Intl.NumberFormat(i18n.locale);
  const marks = countries
    .filter(({ memberCount }) => memberCount !== 0)
    .map(({ country, memberCount }) => ({
      country,
      label: typeof memberCount === "number" ? number.format(memberCount) : "<3",
    }));
  return (
    <PageFrame
      header={
        <PageHeader
          back={<BackButton />}
          title={t`Map`}
          sub={<bdi>{network.name}</bdi>}
          end={
            <Link to={`/networks/${slug}/people`} className={buttonLook("plain")}>
              <Trans>People</Trans>
            </Link>
          }
        />
      }
    >
      <WearLook network={network} />
      {countries.length === 0 ? (
        <EmptyState title={t`Nobody has said where they work`}>
          <Trans>
            The map shows members by the country in their profile, and groups by theirs.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <div className="aspect-[720/315] w-full">
            <Suspense fallback={<Skeleton label={t`Drawing the map`} rows={3} />}>
              <WorldMap
                marks={marks}
                onMissing={(missing) =>
                  missing.length > 0 && (
                    <p className="text-xs text-ink-2">
                      <Trans>Too small for this map: {missing.map(countryName).join(", ")}.</Trans>
                    </p>
                  )
                }
              />
            </Suspense>
          </div>
          <Section title={t`By country`}>
            <p className="text-xs text-ink-2">
              <Trans>
                Members by the country in their profile. Where fewer than three work, no number is
                shown, unless all of them are in the directory.
              </Trans>
            </p>
            <CountryTable rows={countries} slug={slug} />
          </Section>
        </>
      )}
    </PageFrame>
  );
}
