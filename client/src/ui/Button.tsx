import type { ComponentProps, ReactNode } from "react";
import { buttonLook, type ButtonKind } from "./button-look.ts";

interface Props extends Omit<ComponentProps<"button">, "className"> {
  kind?: ButtonKind;
  /** Shown in place of the label while the act is under way; the button takes no second press. */
  busy?: boolean;
  busyLabel?: ReactNode;
  wide?: boolean;
}

export function Button({
  kind = "plain",
  busy,
  busyLabel,
  wide,
  onClick,
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonLook(kind, wide)}
      // Not `disabled`: focus would be lost, and with it the place of someone who uses a keyboard.
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && busyLabel ? busyLabel : children}
    </button>
  );
}
