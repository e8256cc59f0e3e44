import { lazy, Suspense, useRef, useState, type ReactNode } from "react";
import { buttonLook, type ButtonKind } from "./button-look.ts";
import type { MenuAct } from "./menu-act.ts";
import { patient } from "./patient.ts";

// The list itself, with its keyboard, comes when a menu is first reached for: no page needs it to be read.
const load = () => import("./MenuList.tsx");
const MenuList = lazy(patient(load));

interface Props {
  /** Read out for the button; shown when there are no children. */
  label: string;
  kind?: ButtonKind;
  acts: readonly MenuAct[];
  children?: ReactNode;
}

export function Menu({ label, kind = "icon", acts, children }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonLook(kind)}
        aria-label={children ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children ?? label}
      </button>
      {open && (
        <Suspense>
          <MenuList label={label} acts={acts} button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
