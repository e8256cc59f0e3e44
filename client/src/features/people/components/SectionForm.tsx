import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type FormEvent, type ReactNode } from "react";
import type { Audience } from "../../../generated/graphql.ts";
import type { Problem } from "../../../platform/apollo/use-command.ts";
import { Button } from "../../../ui/Button.tsx";
import { inputLook } from "../../../ui/Field.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { audienceWord } from "./profile-words.ts";

interface Props {
  title: string;
  problems: readonly Problem[];
  busy: boolean;
  onSave: () => void;
  children: ReactNode;
}

/** One part of the profile, saved by itself. */
export function SectionForm({ title, problems, busy, onSave, children }: Props) {
  const { t } = useLingui();
  function submit(event: FormEvent) {
    event.preventDefault();
    onSave();
  }
  return (
    <Section title={title}>
      <form aria-label={title} className="grid gap-4" onSubmit={submit}>
        <Problems of={problems} />
        {children}
        <div>
          <Button type="submit" kind="primary" busy={busy} busyLabel={t`Saving`}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** A field with who sees it, beside it where there is room. */
export function Told({
  what,
  audience,
  onChange,
  children,
}: {
  /** The field, as its label says. */
  what: string;
  audience: Audience;
  onChange: (audience: Audience) => void;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_13rem]">
      {children}
      <div className="grid gap-1">
        <label htmlFor={id} className="text-xs text-ink-2">
          <Trans>Who sees this</Trans>
        </label>
        <select
          id={id}
          aria-label={t`Who sees this: ${what}`}
          value={audience}
          onChange={(event) => onChange(event.target.value as Audience)}
          className={`${inputLook} text-sm`}
        >
          {(["NETWORK", "GROUPS", "ONLY_ME"] as const).map((each) => (
            <option key={each} value={each}>
              {audienceWord(each)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
