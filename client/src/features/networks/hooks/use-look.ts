import { useLayoutEffect } from "react";

/** The colours of the network whose page is open; in place before anything is painted. */
export function useLook(network: { look?: { css: string } | null } | null | undefined): void {
  const css = network?.look?.css ?? "";
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.cssText = css;
    return () => void (style.cssText = "");
  }, [css]);
}
