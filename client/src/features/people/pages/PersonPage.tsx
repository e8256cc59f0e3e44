import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Avatar } from "../../../ui/Avatar.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { languageName } from "../components/languages.ts";
import { LocalTime } from "../components/LocalTime.tsx";

const PersonPageQuery = graphql(`
  query PersonPage($id: ID!, $frame: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Person {
        id
        name
        profession
        country
        timeZone
        languages
        about
        isViewer
      }
    }
  }
`);

export default function PersonPage() {
  const { t, i18n } = useLingui();
  const { id = "" } = useParams();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(PersonPageQuery, { variables: { id, frame } });
  if (isMissing(error) || (data && data.node?.__typename !== "Person")) return <NotHere />;
  const person = data?.node?.__typename === "Person" ? data.node : null;
  if (!person)
    return (
      <PageFrame header={<PageHeader title={t`Person`} />}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching`} rows={1} />}
      </PageFrame>
    );
  const regions = new Intl.DisplayNames(i18n.locale, { type: "region" });
  return (
    <PageFrame header={<PageHeader title={person.name} back={<BackButton />} />}>
      <div className="flex items-center gap-4 pt-2">
        <Avatar id={person.id} name={person.name} size="l" />
        <div className="min-w-0">
          <p dir="auto" className="text-match text-xl font-semibold">
            {person.name}
          </p>
          {person.profession && (
            <p dir="auto" className="text-match text-ink-2">
              {person.profession}
            </p>
          )}
        </div>
      </div>
      {person.about && (
        <p dir="auto" className="w-fit max-w-[66ch] whitespace-pre-line">
          {person.about}
        </p>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {person.country && (
          <Fact name={t`Country`}>{regions.of(person.country) ?? person.country}</Fact>
        )}
        {person.timeZone && (
          <Fact name={t`Their time`}>
            <LocalTime zone={person.timeZone} />
            {" · "}
            <bdi>{person.timeZone.replaceAll("_", " ")}</bdi>
          </Fact>
        )}
        {person.languages.length > 0 && (
          <Fact name={t`Languages`}>
            {person.languages.map((code) => languageName(code, i18n.locale)).join(", ")}
          </Fact>
        )}
      </dl>
      {person.isViewer && (
        <div>
          <Link to="/me" className={buttonLook("plain")}>
            <Trans>Change your profile</Trans>
          </Link>
        </div>
      )}
    </PageFrame>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
