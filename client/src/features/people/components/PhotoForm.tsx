import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { useProfileForm } from "../hooks/useProfileForm.ts";
import { Portrait } from "./Portrait.tsx";
import type { FormProps } from "./ProfileForms.tsx";
import { Told } from "./SectionForm.tsx";
import { sendPhoto } from "./send-photo.ts";

/** The picture: each act is kept at once. */
export function PhotoForm({ person, audienceOf }: FormProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [audience, setAudience] = useState(() => audienceOf("PHOTO"));
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { save, busy, besides } = useProfileForm();

  async function choose(file: File | undefined) {
    if (!file) return;
    setSending(true);
    setProblem(null);
    const { key, problem: refusal } = await sendPhoto(file);
    if (key !== null) await save({ photo: key });
    setProblem(refusal);
    setSending(false);
  }
  const [other] = besides();
  const wrong = problem ?? other?.message;
  return (
    <Section title={t`Your picture`}>
      <Told
        what={t`Picture`}
        audience={audience}
        onChange={(next) => {
          setAudience(next);
          void save({}, { PHOTO: next });
        }}
      >
        <div className="flex flex-wrap items-center gap-4">
          <Portrait id={person.id} name={person.name} photo={person.photo} size="l" />
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            aria-label={t`Choose a picture`}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Button
            busy={sending || busy}
            busyLabel={t`Sending`}
            onClick={() => input.current?.click()}
          >
            {person.photo ? <Trans>Choose another picture</Trans> : <Trans>Add a picture</Trans>}
          </Button>
          {person.photo && (
            <Button onClick={() => void save({ photo: null })}>
              <Trans>Remove the picture</Trans>
            </Button>
          )}
        </div>
      </Told>
      {wrong && (
        <p role="alert" className="text-sm font-semibold text-danger">
          {wrong}
        </p>
      )}
      <p className="text-xs text-ink-2">
        <Trans>
          Where and when it was taken is left out. A picture of patients or their papers does not
          belong here.
        </Trans>
      </p>
    </Section>
  );
}
