import { useState } from "react";
import { onSessionChange } from "../session/session.ts";
import { useIsDesk } from "../use-is-desk.ts";

let held = false;
onSessionChange(() => (held = false));

/** The shell says so once it has what it shows; from then on live updates keep it fresh. */
export function holdFrame(): void {
  held = true;
}

/** Makes the next page ask for the frame again, after something that live updates did not bring. */
export function dropFrame(): void {
  held = false;
}

/**
 * The variables that every page's query takes. `frame`: whether the page must bring what the shell shows
 * (only the first one must). `desk`: whether there is a rail to fill.
 */
export function useFrame(): { frame: boolean; desk: boolean } {
  const desk = useIsDesk();
  const [frame] = useState(() => !held);
  return { frame, desk };
}
