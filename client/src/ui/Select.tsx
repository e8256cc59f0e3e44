import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Field, inputLook, type FieldProps } from "./Field.tsx";

type Props = FieldProps & Omit<ComponentProps<"select">, "id" | "className">;

/** The device's own picker: the best one on a phone, and it needs no script. */
export function Select({ label, hint, error, children, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="grid items-center *:[grid-area:1/1]">
          <select {...input} {...wiring} className={`${inputLook} appearance-none truncate pe-10`}>
            {children}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none me-3 size-5 justify-self-end text-ink-2"
          />
        </div>
      )}
    </Field>
  );
}
