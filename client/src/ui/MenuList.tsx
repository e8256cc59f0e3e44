import type { RefObject } from "react";
import { I18nProvider, Menu, MenuItem, Popover } from "react-aria-components";
import type { MenuAct } from "./menu-act.ts";

interface Props {
  label: string;
  acts: readonly MenuAct[];
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

export default function MenuList({ label, acts, button, onClose }: Props) {
  return (
    <I18nProvider locale={direction()}>
      <Popover
        isOpen
        aria-label={label}
        triggerRef={button}
        placement="bottom end"
        onOpenChange={(open) => !open && onClose()}
        className="min-w-48 rounded-lg border border-line bg-surface p-1 shadow-[0_8px_24px_var(--shade)]"
      >
        <Menu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
          {acts.map((act) => (
            <MenuItem
              key={act.id}
              id={act.id}
              onAction={act.onAction}
              className={`flex min-h-11 cursor-pointer items-center rounded-md px-3 text-sm outline-none data-[focused]:bg-sunk data-[focus-visible]:outline-3 data-[focus-visible]:-outline-offset-3 data-[focus-visible]:outline-focus ${act.danger ? "text-danger" : ""}`}
            >
              {act.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </I18nProvider>
  );
}

/** The keyboard follows the document's direction, which a reader may have turned without changing the language. */
function direction(): string {
  const { dir, lang } = document.documentElement;
  if (dir === "rtl" && !/^(ar|fa|he|ur|ps|ckb|dv)/.test(lang)) return "ar-AE";
  return lang || "en-US";
}
