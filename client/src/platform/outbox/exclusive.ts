import type { Exclusive } from "./core/outbox.ts";
import { dropLease, takeLease } from "./indexed-store.ts";

/** A send gives up after 30 s, so a lease that is not renewed for longer belongs to a tab that is gone. */
const LEASE = 40_000;
const ASK_AGAIN = 1000;

/** Web Locks exist only in secure pages; a test server on a plain address has none. */
export function leaseLock(owner: string, pause: (ms: number) => Promise<void>): Exclusive {
  return async (name, run) => {
    // Without any storage there is one tab's memory and nothing to share; the server still refuses doubles.
    const take = (): Promise<boolean> =>
      takeLease({ name, owner, until: Date.now() + LEASE }, Date.now()).catch(() => true);
    while (!(await take())) await pause(ASK_AGAIN);
    try {
      await run();
    } finally {
      await dropLease(name, owner).catch(() => {});
    }
  };
}

export function webLock(locks: LockManager): Exclusive {
  return async (name, run) => {
    await locks.request(`baraza-outbox:${name}`, run);
  };
}
