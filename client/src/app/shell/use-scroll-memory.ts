import { useEffect, useLayoutEffect } from "react";
import { useLocation } from "../../platform/router/router.tsx";

const remembered = new Map<string, number>();
const scroller = () => document.querySelector("[data-scroller]");

/** Coming back to a page finds it where it was left; a new page starts at its top. */
export function useScrollMemory(): void {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const page = scroller();
    if (page) page.scrollTop = remembered.get(key) ?? 0;
  }, [key]);
  useEffect(() => {
    // Scrolling does not bubble, but it is seen on the way down.
    const note = (event: Event) => {
      if (event.target instanceof Element && event.target === scroller())
        remembered.set(key, event.target.scrollTop);
    };
    document.addEventListener("scroll", note, true);
    return () => document.removeEventListener("scroll", note, true);
  }, [key]);
}
