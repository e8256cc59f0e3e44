import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { OrganisationFactsFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { countryName } from "../../groups/components/words.ts";
import { dayWord, organisationKindWord } from "./words.ts";

export const OrganisationFactsDocument = graphql(`
  fragment OrganisationFacts on Organisation {
    id
    name
    kind
    country
    area
    validFrom
    validTo
    version
    viewerCan
    names {
      name
      from
      until
    }
    successor {
      id
      name
    }
    predecessors {
      id
      name
      validTo
    }
  }
`);

const link = "-my-2.5 inline-block py-2.5 font-semibold text-brand underline";

/** What an organisation is and was. */
export function OrganisationFacts({
  organisation,
}: {
  organisation: FragmentType<OrganisationFactsFragment>;
}) {
  const { t } = useLingui();
  const data = useFragmentData(OrganisationFactsDocument, organisation);
  if (!data) return null;
  const { kind, country, area, validFrom, validTo, names, successor, predecessors } = data;
  return (
    <>
      {validTo && (
        <p>
          {successor ? (
            <Trans>
              No more since {dayWord(validTo)}. Carried on by{" "}
              <Link to={`/organisations/${successor.id}`} className={link}>
                <bdi>{successor.name}</bdi>
              </Link>
            </Trans>
          ) : (
            <Trans>Closed on {dayWord(validTo)}.</Trans>
          )}
        </p>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        <dt className="text-ink-2">
          <Trans>What it is</Trans>
        </dt>
        <dd>{organisationKindWord(kind)}</dd>
        <dt className="text-ink-2">
          <Trans>Where</Trans>
        </dt>
        <dd>
          {area && (
            <>
              <bdi>{area}</bdi>
              {", "}
            </>
          )}
          {countryName(country)}
        </dd>
        {validFrom && (
          <>
            <dt className="text-ink-2">
              <Trans>There since</Trans>
            </dt>
            <dd>{dayWord(validFrom)}</dd>
          </>
        )}
      </dl>
      {names.length > 1 && (
        <Section title={t`What it was called`}>
          <ol className="grid gap-2 text-sm">
            {names.map((one) => (
              <li key={one.until ?? "now"} className="border-s-2 border-line ps-3">
                <bdi className={one.until ? "" : "font-semibold"}>{one.name}</bdi>
                <span className="block text-xs text-ink-2">
                  <Days from={one.from ?? null} until={one.until ?? null} />
                </span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {predecessors.length > 0 && (
        <Section title={t`What went into it`}>
          <ul className="grid gap-2 text-sm">
            {predecessors.map((one) => (
              <li key={one.id}>
                <Link to={`/organisations/${one.id}`} className={link}>
                  <bdi>{one.name}</bdi>
                </Link>
                {one.validTo && (
                  <span className="text-xs text-ink-2">
                    {" "}
                    <Trans>on {dayWord(one.validTo)}</Trans>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** From a day to the day before another one, as far as they are known. */
export function Days({ from, until }: { from: string | null; until: string | null }) {
  if (from && until)
    return (
      <Trans>
        {dayWord(from)} to {dayWord(until)}
      </Trans>
    );
  if (from) return <Trans>since {dayWord(from)}</Trans>;
  if (until) return <Trans>until {dayWord(until)}</Trans>;
  return <Trans>since the beginning</Trans>;
}
