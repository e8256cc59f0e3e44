import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "./Button.tsx";

interface Props {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Stands over the page while it is rendered. The browser's own dialog keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children }: Props) {
  const { t } = useLingui();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  // Before the element is taken out: only a dialog in the page gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A press beside it closes it too.
      closedby="any"
      className="pointer-events-auto m-auto w-full max-w-128 rounded-xl border border-line bg-surface p-0 text-ink backdrop:bg-shade max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none"
    >
      <div className="grid gap-4 p-5">
        <div className="flex items-center justify-between gap-3">
          <h2 id={id} dir="auto" className="text-lg font-semibold">
            {title}
          </h2>
          <Button kind="icon" aria-label={t`Close`} onClick={onClose}>
            <X aria-hidden="true" />
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
