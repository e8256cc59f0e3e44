import { dismissToast, useToasts } from "./toast-list.ts";

/** One polite region for the whole app; it stands there empty so that what comes into it is read out. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-42 z-20 grid justify-items-center gap-2 px-4 desk:bottom-28"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex max-w-120 items-center gap-2 rounded-lg bg-ink ps-4 pe-2 text-sm text-paper"
        >
          <span dir="auto" className="py-3 pe-2">
            {toast.text}
          </span>
          {toast.undo && (
            <button
              type="button"
              className="min-h-11 rounded-md px-3 font-semibold underline"
              onClick={() => {
                toast.undo?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.undo.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
