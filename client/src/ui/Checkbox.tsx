import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "id" | "type" | "className"> & {
  label: ReactNode;
  hint?: ReactNode;
};

// Drawn here: the device's own is grey in the dark, like one that cannot be used.
const look =
  "grid size-6 appearance-none place-items-center rounded-sm border border-line-strong bg-surface checked:border-brand checked:bg-brand forced-colors:appearance-auto";
const tick =
  "before:size-3.5 before:bg-on-brand before:[clip-path:polygon(14%_44%,0_60%,42%_100%,100%_20%,84%_6%,39%_70%)] not-checked:before:hidden forced-colors:before:hidden";

export function Checkbox({ label, hint, ...input }: Props) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-3">
      <input
        type="checkbox"
        {...input}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={`${look} ${tick}`}
      />
      <label htmlFor={id} className="py-3 text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 -mt-2.5 text-xs text-ink-2">
          {hint}
        </p>
      )}
    </div>
  );
}
