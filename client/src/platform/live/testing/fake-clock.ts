import type { Clock } from "../core/transport.ts";

export interface FakeClock extends Clock {
  /** Runs what falls due in the next `ms`, in order; promises settle between the steps. */
  pass(ms: number): Promise<void>;
  /** Somebody sets the device's clock; what waits is due no sooner and no later for it. */
  set(by: number): void;
}

/** A clock that stands still until told to go on. */
export function fakeClock(start = 1_000_000): FakeClock {
  let now = start;
  let count = 0;
  let wrong = 0;
  const due = new Map<number, { at: number; run: () => void }>();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now + wrong,
    set(by) {
      wrong += by;
    },
    after(ms, run) {
      count += 1;
      const id = count;
      due.set(id, { at: now + ms, run });
      return () => due.delete(id);
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = [...due].toSorted(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (!next || next[1].at > until) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
        await settle();
      }
      now = until;
    },
  };
}
