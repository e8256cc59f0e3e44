import type { ComponentProps } from "react";
import { Field, inputLook, type FieldProps } from "./Field.tsx";

type Props = FieldProps & Omit<ComponentProps<"select">, "id" | "className">;

/** The device's own picker: the best one on a phone, and it needs no script. */
export function Select({ label, hint, error, children, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <select {...input} {...wiring} className={inputLook}>
          {children}
        </select>
      )}
    </Field>
  );
}
