import { useSyncExternalStore } from "react";

// The same lines as the breakpoints `desk` and `wide` in ui/base.css.
/** Whether there is room for the rail. A phone is not sent what it would not show. */
export const useIsDesk = (): boolean => useFits("(min-width: 45.0625rem)");
/** Whether there is room for the side too. */
export const useIsWide = (): boolean => useFits("(min-width: 67.5625rem)");

function useFits(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}
