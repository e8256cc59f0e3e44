import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { OwnWishesFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { WaitingBanner } from "./WaitingBanner.tsx";
import { applicationWord } from "./words.ts";

const OwnWishesDocument = graphql(`
  fragment OwnWishes on Viewer {
    applications(first: 10) {
      nodes {
        id
        state
        group {
          id
          name
        }
      }
    }
    waitingPlaces(first: 10) {
      nodes {
        id
        state
        ...WaitingBanner
      }
    }
  }
`);

const me = { __typename: "Viewer" } as const;
type Applications = OwnWishesFragment["applications"]["nodes"];

/** Where the reader wants to come in: seats that are waited for or held, and applications. */
export function OwnWishes() {
  const { t } = useLingui();
  const data = useFragmentData(OwnWishesDocument, me);
  const places = data?.waitingPlaces.nodes.filter(
    ({ state }) => state === "WAITING" || state === "OFFERED",
  );
  const applications = data?.applications.nodes.filter(({ group }) => group) ?? [];
  if (!places?.length && applications.length === 0) return null;
  return (
    <Section title={t`Where you want to come in`}>
      {places?.map((place) => (
        <WaitingBanner key={place.id} place={place} named />
      ))}
      {applications.length > 0 && <OwnApplications applications={applications} />}
    </Section>
  );
}

function OwnApplications({ applications }: { applications: Applications }) {
  return (
    <ul className="-mx-2.5">
      {applications.map(({ id, state, group }) => (
        <li key={id}>
          <Link
            to={`/groups/${group?.id}/apply`}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 rounded-lg px-2.5 py-2 hover:bg-paper"
          >
            <span dir="auto">{group?.name}</span>
            <span className="text-sm text-ink-2">
              <Trans>Application:</Trans> {applicationWord(state)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
