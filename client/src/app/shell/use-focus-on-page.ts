import { useEffect, useRef } from "react";
import { useLocation } from "../../platform/router/router.tsx";

/** After going to another page, the keyboard and the screen reader are at its beginning, not at the old link. */
export function useFocusOnPage(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const page = document.getElementById("work");
    // A page may have put it where it is wanted already.
    if (page && !page.contains(document.activeElement)) page.focus({ preventScroll: true });
  }, [pathname]);
}
