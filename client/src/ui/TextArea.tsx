import type { ComponentProps } from "react";
import { Field, inputLook, type FieldProps } from "./Field.tsx";

type Props = FieldProps & Omit<ComponentProps<"textarea">, "id" | "className">;

export function TextArea({ label, hint, error, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          dir="auto"
          rows={4}
          {...input}
          {...wiring}
          className={`${inputLook} field-sizing-content max-h-[60dvh] min-h-28`}
        />
      )}
    </Field>
  );
}
