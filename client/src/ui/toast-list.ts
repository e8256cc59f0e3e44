import { useSyncExternalStore } from "react";

export interface Toast {
  id: number;
  text: string;
  /** The word on the button that takes the act back, and what it does. */
  undo?: { label: string; run: () => void; ms?: number };
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says what was done, with a way back where there is one. It stays long enough to be read and used. */
export function say(text: string, undo?: Toast["undo"]): void {
  const toast: Toast = { id: nextId++, text, ...(undo && { undo }) };
  set([...toasts.slice(-2), toast]);
  setTimeout(() => dismissToast(toast.id), undo ? (undo.ms ?? 10_000) : 5_000);
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
