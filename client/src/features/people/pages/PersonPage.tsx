import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { PersonProfile } from "../components/PersonProfile.tsx";

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
        isViewer
        ...ProfileView
      }
    }
  }
`);

export default function PersonPage() {
  const { t } = useLingui();
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
  return (
    <PageFrame header={<PageHeader title={person.name} back={<BackButton />} />}>
      {/* Nothing in it can be pressed: whoever scrolls by keys needs a place to begin. */}
      <article
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
        tabIndex={0}
        aria-label={person.name}
        className="grid grid-cols-[minmax(0,1fr)] gap-6 rounded-lg"
      >
        <PersonProfile person={person} />
      </article>
      {person.isViewer && (
        <div>
          <Link to="/me/profile" className={buttonLook("plain")}>
            <Trans>Change your profile</Trans>
          </Link>
        </div>
      )}
    </PageFrame>
  );
}
