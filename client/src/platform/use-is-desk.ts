import { useSyncExternalStore } from "react";

// The same line as the `desk` breakpoint in ui/base.css.
const query = "(min-width: 45.0625rem)";

/** Whether there is room for the rail. A phone is not sent what it would not show. */
export function useIsDesk(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}
