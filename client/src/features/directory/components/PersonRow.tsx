import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { PersonRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { fieldWord } from "../../groups/components/context-words.ts";
import { countryName } from "../../groups/components/words.ts";
import { Portrait } from "../../people/components/Portrait.tsx";

const PersonRowDocument = graphql(`
  fragment PersonRow on Person {
    id
    name
    profession
    field
    country
    isViewer
    photo {
      small
      large
    }
  }
`);

/** Somebody who was found: who they are, in what field, and where. */
export function PersonRow({ person }: { person: FragmentType<PersonRowFragment> }) {
  const data = useFragmentData(PersonRowDocument, person);
  if (!data) return null;
  const { id, name, profession, field, country, photo, isViewer } = data;
  const about = [profession, field && fieldWord(field), country && countryName(country)];
  return (
    <li className="relative flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-1.5 hover:bg-paper">
      <Portrait id={id} name={name} photo={photo} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to={`/people/${id}`}
            dir="auto"
            className="font-semibold outline-none after:absolute after:inset-0 after:rounded-lg hover:underline focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-focus"
          >
            {name}
          </Link>
          {isViewer && (
            <span className="text-xs text-ink-2">
              <Trans>you</Trans>
            </span>
          )}
        </span>
        <span className="block text-xs text-ink-2">
          {about.filter(Boolean).map((part, at) => (
            <span key={String(part)}>
              {at > 0 && " · "}
              <bdi>{part}</bdi>
            </span>
          ))}
        </span>
      </span>
    </li>
  );
}
