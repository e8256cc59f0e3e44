import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useId, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { Field, inputLook } from "../../../ui/Field.tsx";
import { countryName } from "../../groups/components/words.ts";
import { organisationKindWord, today } from "./words.ts";

const FindOrganisations = graphql(`
  query FindOrganisations($networkId: ID!, $query: String!, $on: Date!) {
    network: node(id: $networkId) {
      __typename
      ... on Network {
        id
        organisations(first: 8, query: $query, on: $on) {
          nodes {
            id
            name
            kind
            country
          }
        }
      }
    }
  }
`);

export interface FoundOrganisation {
  id: string;
  name: string;
}

interface Props {
  networkId: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  chosen: FoundOrganisation | null;
  onChoose: (chosen: FoundOrganisation | null) => void;
  /** Not offered: what it is chosen for. */
  except?: string;
}

/** One living organisation of the register, found by some letters of its name. */
export function FindOrganisation(props: Props) {
  const { networkId, label, hint, error, chosen, onChoose, except } = props;
  const { t } = useLingui();
  const name = useId();
  const [words, setWords] = useState("");
  const query = useDeferredValue(words.trim());
  const { data, loading } = useQuery(FindOrganisations, {
    variables: { networkId, query, on: today() },
    skip: query.length < 2,
  });
  const network = data?.network?.__typename === "Network" ? data.network : null;
  const found = (network?.organisations.nodes ?? []).filter(({ id }) => id !== except);
  return (
    <div className="grid gap-2">
      <Field label={label} hint={hint} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            dir="auto"
            autoComplete="off"
            className={inputLook}
            placeholder={t`Some letters of its name`}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              onChoose(null);
            }}
          />
        )}
      </Field>
      {query.length >= 2 && (
        <fieldset className="grid gap-1">
          <legend className="sr-only">{label}</legend>
          {found.map(({ id, name: title, kind, country }) => (
            <label
              key={id}
              className="flex min-h-11 items-center gap-3 rounded-md px-2 py-1 hover:bg-paper"
            >
              <input
                type="radio"
                aria-label={title}
                name={name}
                className="size-5 accent-brand"
                checked={chosen?.id === id}
                onChange={() => onChoose({ id, name: title })}
              />
              <span className="min-w-0">
                <bdi className="block truncate">{title}</bdi>
                <span className="block text-xs text-ink-2">
                  {organisationKindWord(kind)} · {countryName(country)}
                </span>
              </span>
            </label>
          ))}
          <p role="status" className="text-sm text-ink-2">
            {!loading && network && found.length === 0 && (
              <Trans>The register has nothing like that. Add it there first.</Trans>
            )}
          </p>
        </fieldset>
      )}
    </div>
  );
}
