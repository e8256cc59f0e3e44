import { Trans } from "@lingui/react/macro";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Field, inputLook } from "./Field.tsx";

/** Something to take along: it is selected when touched, and a button copies it. */
export function CopyField({
  label,
  hint,
  value,
}: {
  label: ReactNode;
  hint?: ReactNode;
  value: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  async function copy() {
    input.current?.select();
    // Not every browser lets a page copy; the text is selected, so that the person can.
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(value),
      () => null,
    );
  }
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <div className="flex gap-2">
          <input
            {...wiring}
            ref={input}
            readOnly
            dir="ltr"
            value={value}
            className={inputLook}
            onFocus={(event) => event.target.select()}
          />
          <div className="flex-none">
            <Button onClick={copy}>
              <span role="status">
                {copied === value ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
              </span>
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}
