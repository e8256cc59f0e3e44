import { useSyncExternalStore } from "react";

// One clock for every time on the screen, running only while one is shown.
const readers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** Now, in milliseconds; redraws the caller once a minute. */
export function useMinute(): number {
  return useSyncExternalStore(
    (reader) => {
      readers.add(reader);
      if (timer === undefined) {
        now = Date.now();
        timer = setInterval(() => {
          now = Date.now();
          for (const one of readers) one();
        }, 60_000);
      }
      return () => {
        readers.delete(reader);
        if (readers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    () => now,
  );
}
