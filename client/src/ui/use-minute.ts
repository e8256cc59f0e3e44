import { useSyncExternalStore } from "react";

// One clock for every time on the screen, running only while one is shown.
const readers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  if (timer === undefined) {
    timer = setInterval(tick, 60_000);
    // The clock may have stood still for long; the first reader sets it right.
    if (Date.now() - now > 30_000) tick();
  }
  return () => {
    readers.delete(reader);
    if (readers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now, in milliseconds; redraws the caller once a minute. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => now);
}
