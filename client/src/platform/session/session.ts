import { useSyncExternalStore } from "react";

/** null: not known yet. The server decides; this only remembers its last word. */
let signedIn: boolean | null = null;
const listeners = new Set<() => void>();

export function setSignedIn(next: boolean | null): void {
  if (signedIn === next) return;
  signedIn = next;
  for (const listener of listeners) listener();
}

export function isSignedIn(): boolean | null {
  return signedIn;
}

/** Calls back when somebody signs in or out, in this tab. Returns the way to stop it. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSignedIn(): boolean | null {
  return useSyncExternalStore(onSessionChange, isSignedIn);
}
