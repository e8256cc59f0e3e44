import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterRes, type RateLimiterPostgres } from "rate-limiter-flexible";
import { canonicalEmail } from "./canonicalEmail.ts";
import { callerOf } from "./clientAddress.ts";
import { FailureCount, storedCounter } from "./failureCount.ts";
import { TooMany } from "./tooMany.ts";
import { Turnstile } from "./turnstile.ts";

const QUARTER = 900;
const HOUR = 3600;

/** How a guess at a password ended. `neither` is for what was refused before the password was looked at. */
export type Verdict = "right" | "wrong" | "neither";

/** The limits that guard accounts. They count in PostgreSQL, for all nodes together, and survive a restart. */
export interface Limits {
  /**
   * Runs one guess at a password. 5 wrong ones in 15 minutes lock the account, 20 the address that they came from;
   * right ones never count, and take the account's own failures back. Throws TooMany instead of running it.
   */
  guess<T>(
    who: { email: string; address: string },
    attempt: () => Promise<{ verdict: Verdict; answer: T }>,
  ): Promise<T>;
  /** The owner has proved the mailbox: the account is unlocked. */
  unlock(email: string): Promise<void>;
  /** 200 an hour from one address. Throws TooMany. */
  takeSignUp(address: string): Promise<void>;
  /** 3 an hour of each kind to one mailbox, whether it has an account or not. Throws TooMany. */
  takeMail(kind: string, email: string): Promise<void>;
}

/** `pool`'s database has the table of `limitsSchemaSql`. */
export function createLimits({ pool }: { pool: Pool }): Limits {
  const turnstile = new Turnstile();
  const byAccount = new FailureCount(pool, { name: "guess-account", limit: 5, seconds: QUARTER });
  const byAddress = new FailureCount(pool, { name: "guess-address", limit: 20, seconds: QUARTER });
  // What each spelling of a mailbox added to the common count. A good sign-in takes back only its own share:
  // otherwise whoever opens an account as victim+x@ could wipe out what he failed at victim@.
  const bySpelling = storedCounter(pool, {
    name: "guess-spelling",
    points: HOUR,
    seconds: QUARTER,
  });
  const signUps = storedCounter(pool, {
    name: "sign-up",
    points: 200,
    seconds: HOUR,
    clears: true,
  });
  const mails = storedCounter(pool, { name: "mail", points: 3, seconds: HOUR });

  async function settle(
    verdict: Verdict,
    who: { account: string; spelling: string; caller: string },
  ) {
    if (verdict === "wrong") {
      await bySpelling.penalty(who.spelling, 1);
      await byAddress.failed(who.caller);
      await byAccount.failed(who.account);
    } else if (verdict === "right") {
      const own = await bySpelling.get(who.spelling);
      if (!own) return;
      await byAccount.forgive(who.account, own.consumedPoints);
      await bySpelling.delete(who.spelling);
    }
  }

  return {
    async guess({ email, address }, attempt) {
      const account = digest(canonicalEmail(email));
      const spelling = digest(email.trim().toLowerCase());
      const caller = digest(callerOf(address));
      using _account = await turnstile.enter(`a${account}`, () => byAccount.room(account));
      using _address = await turnstile.enter(`c${caller}`, () => byAddress.room(caller));
      const { verdict, answer } = await attempt();
      await settle(verdict, { account, spelling, caller });
      return answer;
    },
    async unlock(email) {
      await byAccount.clear(digest(canonicalEmail(email)));
      await bySpelling.delete(digest(email.trim().toLowerCase()));
    },
    takeSignUp: (address) => take(signUps, digest(callerOf(address))),
    takeMail: (kind, email) => take(mails, `${kind}:${digest(canonicalEmail(email))}`),
  };
}

/** The counters outlive the request, so they keep digests and no addresses. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

async function take(counter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooMany(refusal.msBeforeNext);
    throw refusal;
  }
}
