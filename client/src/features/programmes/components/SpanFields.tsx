import { Trans, useLingui } from "@lingui/react/macro";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";

/** What a form holds of a programme or a wave; empty text stands for what is not said. */
export interface SpanWish {
  name: string;
  description: string;
  startsOn: string;
  endsOn: string;
}

export const spanFields = ["name", "description", "startsOn", "endsOn"] as const;
export const emptySpan: SpanWish = { name: "", description: "", startsOn: "", endsOn: "" };

export const daysOf = ({ startsOn, endsOn }: SpanWish) => ({
  startsOn: startsOn || null,
  endsOn: endsOn || null,
});

interface Props {
  wish: SpanWish;
  onWish: (change: Partial<SpanWish>) => void;
  errorOf: (field: string) => string | undefined;
  /** A wave says nothing more of itself. */
  describes: boolean;
}

/** A name, its days and, for a programme, what it is for. */
export function SpanFields({ wish, onWish, errorOf, describes }: Props) {
  const { t } = useLingui();
  const text = (name: keyof SpanWish) => ({
    value: wish[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => onWish({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField label={t`Name`} required maxLength={120} {...text("name")} />
      {describes && (
        <TextArea label={t`What it is for`} maxLength={2000} {...text("description")} />
      )}
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="pb-2 text-sm font-semibold text-ink-2">
          <Trans>Its days, if they are known</Trans>
        </legend>
        <TextField label={t`First day`} type="date" {...text("startsOn")} />
        <TextField label={t`Last day`} type="date" {...text("endsOn")} />
      </fieldset>
    </>
  );
}
