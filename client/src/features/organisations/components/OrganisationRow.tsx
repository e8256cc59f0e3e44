import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { OrganisationRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { countryName } from "../../groups/components/words.ts";
import { dayWord, organisationKindWord } from "./words.ts";

const OrganisationRowDocument = graphql(`
  fragment OrganisationRow on Organisation {
    id
    name
    kind
    country
    area
    validTo
    successor {
      id
      name
    }
  }
`);

/** An organisation in a list: what it is, where, and whether it is no more. */
export function OrganisationRow({
  organisation,
}: {
  organisation: FragmentType<OrganisationRowFragment>;
}) {
  const data = useFragmentData(OrganisationRowDocument, organisation);
  if (!data) return null;
  const { id, name, kind, country, area, validTo, successor } = data;
  return (
    <li>
      <Link
        to={`/organisations/${id}`}
        className="flex min-h-14 items-center gap-3 rounded-lg px-2.5 py-2 hover:bg-paper"
      >
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate text-match">
            {name}
          </span>
          <span className="block text-xs text-ink-2">
            {organisationKindWord(kind)}
            {" · "}
            {area && (
              <>
                <bdi>{area}</bdi>
                {", "}
              </>
            )}
            {countryName(country)}
            {successor && (
              <>
                {" · "}
                <Trans>
                  now <bdi>{successor.name}</bdi>
                </Trans>
              </>
            )}
          </span>
        </span>
        {validTo && (
          <Chip>
            <Trans>until {dayWord(validTo)}</Trans>
          </Chip>
        )}
      </Link>
    </li>
  );
}
