import type { IncomingHttpHeaders } from "node:http";
import { LRUCache } from "lru-cache";
import type { Accounts } from "./accounts.ts";
import { toldBy } from "./credentials.ts";

/** So long a session is believed after it was looked up, where its end is not heard of. */
const KEPT_MS = 1_000;
const KEPT = 10_000;
/** Longer than a look-up takes that began before the end. */
const ENDINGS_MS = 10_000;

/** Who has signed in, as every transport asks. */
export interface SignedInViewer {
  readonly personId: string;
  readonly sessionId: string;
  /** A session of one's own may touch everything. */
  readonly scopes: "all";
}

/**
 * Who was found by their credentials a moment ago: one screen asks several times at once. Whoever is told that a
 * session has ended says so here, and it is looked up again from that moment on; what is told nowhere ends with the
 * second.
 */
export class RecentViewers {
  readonly #accounts: Pick<Accounts, "viewerOf">;
  readonly #found = new LRUCache<string, SignedInViewer>({ max: KEPT, ttl: KEPT_MS });
  /** Sessions and persons whose end was told. */
  readonly #ended = new LRUCache<string, true>({ max: KEPT, ttl: ENDINGS_MS });

  constructor(accounts: Pick<Accounts, "viewerOf">) {
    this.#accounts = accounts;
  }

  async viewerOf(
    headers: IncomingHttpHeaders,
    authorization?: string,
  ): Promise<SignedInViewer | null> {
    const told = toldBy(headers, authorization);
    if (!told) return null;
    const key = "authorization" in told ? told.authorization : `cookie ${told.cookie}`;
    const known = this.#found.get(key);
    if (known && !this.#ended.has(known.sessionId) && !this.#ended.has(known.personId))
      return known;
    const signedIn = await this.#accounts.viewerOf(headers, authorization);
    if (!signedIn) return null;
    const { personId, sessionId } = signedIn;
    const viewer: SignedInViewer = { personId, sessionId, scopes: "all" };
    this.#found.set(key, viewer);
    return viewer;
  }

  /** Sessions, or persons with all that they have. */
  end(ids: readonly string[]): void {
    for (const id of ids) this.#ended.set(id, true);
  }
}
