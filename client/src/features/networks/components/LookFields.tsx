import { useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import { graphql } from "../../../generated/gql.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Field } from "../../../ui/Field.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { firstLetters } from "../../../ui/letters.ts";
import type { NetworkWish } from "./network-wish.ts";

const LookTried = graphql(`
  query LookTried($slug: String!, $accent: Colour!) {
    network(slug: $slug) {
      id
      lookOf(accent: $accent) {
        light {
          brand
          brandSoft
          onBrand
        }
        dark {
          brand
          brandSoft
          onBrand
        }
      }
    }
  }
`);

/** What the house's own look is made of. */
const houseAccent = "#0e5a60";

/** Colours to begin with; any other may be chosen too. */
const colours = () => [
  { value: "", label: t`Teal` },
  { value: "#31609c", label: t`Blue` },
  { value: "#5b4a9c", label: t`Violet` },
  { value: "#96405f", label: t`Rose` },
  { value: "#a4472c", label: t`Brick` },
  { value: "#8a5a00", label: t`Ochre` },
  { value: "#2b7148", label: t`Green` },
  { value: "#4d5a66", label: t`Slate` },
];

interface Props {
  slug: string;
  wish: NetworkWish;
  onWish: (change: Partial<NetworkWish>) => void;
  errorOf: (field: string) => string | undefined;
}

/** Colour and mark, with how they will look before they are kept. */
export function LookFields({ slug, wish, onWish, errorOf }: Props) {
  const { t } = useLingui();
  const { accent } = wish;
  const listed = colours();
  const isListed = listed.some(({ value }) => value === accent);
  return (
    <>
      <Choices
        label={t`Colour`}
        value={isListed ? accent : "other"}
        options={[
          ...listed.map(({ value, label }) => ({ value, label: <Dotted {...{ value, label }} /> })),
          { value: "other", label: t`Another one` },
        ]}
        onChange={(value) => onWish({ accent: value === "other" ? "#7a4fa3" : value })}
      />
      {!isListed && (
        <Field
          label={t`Colour of your own`}
          hint={t`It is made darker or lighter where text could not be read on it.`}
          error={errorOf("accent")}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="color"
              value={accent}
              onChange={(event) => onWish({ accent: event.target.value })}
              className="h-11 w-24 rounded-md border border-line-strong bg-surface p-1"
            />
          )}
        </Field>
      )}
      <TextField
        label={t`Letters of its mark`}
        hint={t`One to three. Left empty, the first letter of its name.`}
        maxLength={12}
        error={errorOf("markLetters")}
        value={wish.markLetters}
        onChange={(event) => onWish({ markLetters: event.target.value })}
      />
      <Preview slug={slug} wish={wish} />
    </>
  );
}

const Dotted = ({ value, label }: { value: string; label: string }) => (
  <>
    <span
      aria-hidden="true"
      className="size-3 rounded-full"
      style={{ backgroundColor: value || houseAccent }}
    />
    {label}
  </>
);

function Preview({ slug, wish }: { slug: string; wish: NetworkWish }) {
  const { data, previousData } = useQuery(LookTried, {
    variables: { slug, accent: wish.accent },
    skip: !wish.accent,
  });
  // Without a colour of its own it looks as the house does.
  const look = wish.accent ? (data ?? previousData)?.network?.lookOf : null;
  const themes = [
    ["light", look?.light],
    ["dark", look?.dark],
  ] as const;
  return (
    <figure className="grid gap-1.5">
      <figcaption className="text-sm font-semibold">
        <Trans>How it will look, by day and by night</Trans>
      </figcaption>
      <div className="grid gap-2 sm:grid-cols-2">
        {themes.map(([theme, tokens]) => (
          <div
            key={theme}
            data-theme={theme}
            style={
              {
                "--brand": tokens?.brand,
                "--brand-soft": tokens?.brandSoft,
                "--on-brand": tokens?.onBrand,
              } as CSSProperties
            }
            className="flex items-center gap-3 rounded-lg border border-line bg-paper p-3 text-sm text-ink"
          >
            <span className="grid size-9 flex-none place-items-center rounded-lg bg-brand text-sm font-semibold text-on-brand">
              {wish.markLetters.trim() || firstLetters(wish.name || "B", 1)}
            </span>
            <span className="min-w-0 flex-1 truncate font-semibold text-brand" dir="auto">
              {wish.name}
            </span>
            <span className="rounded-full bg-brand-soft px-2.5 py-0.5 text-2xs font-semibold text-brand">
              <Trans>New</Trans>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}
