import { backoff } from "../../live/core/backoff.ts";
import type { Clock } from "../../live/core/transport.ts";

export interface Queued<Payload> {
  /** A uuid; the server keeps at most one message for it. */
  readonly clientKey: string;
  readonly personId: string;
  /** Rows of one channel go out one after another. */
  readonly channel: string;
  /** The place in the line; larger is later. Also the time of writing in milliseconds. */
  readonly order: number;
  readonly payload: Payload;
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type Outcome =
  | { readonly kind: "acknowledged" }
  /** Sending the same again cannot succeed. */
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** Nobody knows whether it arrived: the same key goes again, not before `retryAfter` milliseconds. */
  | { readonly kind: "unreachable"; readonly retryAfter?: number };

export interface QueueStore<Payload> {
  list(personId: string): Promise<Queued<Payload>[]>;
  put(row: Queued<Payload>): Promise<void>;
  remove(clientKey: string): Promise<void>;
}

/** Runs one at a time per name over all tabs of this device. */
export type Exclusive = (name: string, run: () => Promise<void>) => Promise<void>;

/** The other tabs of this device. */
export interface Peers {
  tell(): void;
  listen(run: () => void): () => void;
}

export type QueuedState = "sending" | "saved" | "unsaved" | "refused";

export interface Shown<Payload> extends Queued<Payload> {
  /** `saved`: kept on this device until the link is back; `unsaved`: kept only while this page is open. */
  readonly state: QueuedState;
}

interface OutboxOptions<Payload> {
  readonly personId: string;
  readonly store: QueueStore<Payload>;
  readonly exclusive: Exclusive;
  readonly peers: Peers;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newKey: () => string;
  readonly send: (row: Queued<Payload>) => Promise<Outcome>;
}

/** The queue of one person on one device. */
export class Outbox<Payload> {
  private readonly options: OutboxOptions<Payload>;
  private readonly rows = new Map<string, Queued<Payload>>();
  private readonly stored = new Set<string>();
  private readonly gone = new Set<string>();
  private readonly inFlight = new Set<string>();
  private readonly draining = new Set<string>();
  /** Channels whose last attempt met no server, and what ends their pause early. */
  private readonly pauses = new Map<string, () => void>();
  private readonly attempts = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly forget: () => void;
  private shown: readonly Shown<Payload>[] = [];
  private closed = false;

  constructor(options: OutboxOptions<Payload>) {
    this.options = options;
    this.forget = options.peers.listen(() => void this.load());
  }

  /** In the order of writing. The same array until something changes. */
  readonly list = (): readonly Shown<Payload>[] => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the rows of an earlier visit, or what another tab changed, and sends what waits. */
  async load(): Promise<void> {
    await this.read();
    for (const { channel } of this.rows.values()) void this.drain(channel);
  }

  /** Shown at once; kept and sent after. */
  add(channel: string, payload: Payload): string {
    const clientKey = this.options.newKey();
    const last = Math.max(0, ...[...this.rows.values()].map((row) => row.order));
    const order = Math.max(this.options.clock.now(), last + 1);
    const { personId } = this.options;
    const row = { clientKey, personId, channel, order, payload, refusal: null };
    this.rows.set(clientKey, row);
    this.changed();
    void this.keep(row).then(() => this.drain(channel));
    return clientKey;
  }

  /** Takes a refused row away and answers what was written. A row that may still arrive is not taken. */
  take(clientKey: string): Payload | null {
    const row = this.rows.get(clientKey);
    if (!row?.refusal) return null;
    void this.remove(clientKey);
    return row.payload;
  }

  /** Ends all pauses: the link is back, or the person asked. */
  retry(): void {
    for (const end of this.pauses.values()) end();
  }

  close(): void {
    this.closed = true;
    this.forget();
    this.retry();
    this.listeners.clear();
  }

  private async keep(row: Queued<Payload>): Promise<void> {
    try {
      await this.options.store.put(row);
      this.stored.add(row.clientKey);
      this.options.peers.tell();
    } catch {
      // Disk full or storage refused: it is still sent from memory, and not called saved.
      this.stored.delete(row.clientKey);
    }
    this.changed();
  }

  private async remove(clientKey: string): Promise<void> {
    this.rows.delete(clientKey);
    // A list that was being read meanwhile must not bring it back.
    this.gone.add(clientKey);
    this.changed();
    await this.options.store.remove(clientKey).catch(() => {});
    this.options.peers.tell();
  }

  private async read(): Promise<void> {
    const kept = await this.options.store.list(this.options.personId).catch(() => null);
    if (!kept || this.closed) return;
    const present = new Set(kept.map((row) => row.clientKey));
    for (const key of this.stored) {
      if (present.has(key)) continue;
      this.stored.delete(key);
      if (!this.inFlight.has(key)) this.rows.delete(key);
    }
    for (const row of kept) {
      if (this.gone.has(row.clientKey)) continue;
      this.stored.add(row.clientKey);
      this.rows.set(row.clientKey, row);
    }
    this.changed();
  }

  private next(channel: string): Queued<Payload> | undefined {
    return this.sorted().find((row) => row.channel === channel && !row.refusal);
  }

  private async drain(channel: string): Promise<void> {
    if (this.draining.has(channel)) return;
    this.draining.add(channel);
    const name = `${this.options.personId}:${channel}`;
    try {
      while (!this.closed && this.next(channel)) {
        let pause: number | null = null;
        await this.options.exclusive(name, async () => {
          // Another tab may have sent it while this one waited for its turn.
          await this.read();
          const row = this.next(channel);
          if (row && !this.closed) pause = await this.attempt(row);
        });
        // The lock is not held while waiting: another tab may have a better link or be in front.
        if (pause !== null && !this.closed) await this.wait(channel, pause);
      }
    } finally {
      this.draining.delete(channel);
    }
  }

  /** Answers how long to wait before the next attempt; null goes on at once. */
  private async attempt(row: Queued<Payload>): Promise<number | null> {
    const { channel, clientKey } = row;
    this.inFlight.add(clientKey);
    this.changed();
    const outcome = await this.options.send(row).catch((): Outcome => ({ kind: "unreachable" }));
    this.inFlight.delete(clientKey);
    if (outcome.kind === "unreachable") {
      const attempt = this.attempts.get(channel) ?? 0;
      this.attempts.set(channel, attempt + 1);
      return Math.max(outcome.retryAfter ?? 0, backoff(attempt, this.options.random));
    }
    this.attempts.delete(channel);
    if (outcome.kind === "acknowledged") await this.remove(clientKey);
    else {
      const refused = { ...row, refusal: outcome.refusal };
      this.rows.set(clientKey, refused);
      await this.keep(refused);
    }
    return null;
  }

  private async wait(channel: string, ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.options.clock.after(ms, resolve);
      this.pauses.set(channel, () => {
        cancel();
        resolve();
      });
      this.changed();
    });
    this.pauses.delete(channel);
    this.changed();
  }

  private sorted(): Queued<Payload>[] {
    return [...this.rows.values()].toSorted((a, b) => a.order - b.order);
  }

  private stateOf(row: Queued<Payload>): QueuedState {
    if (row.refusal) return "refused";
    if (!this.attempts.has(row.channel)) return "sending";
    return this.stored.has(row.clientKey) ? "saved" : "unsaved";
  }

  private changed(): void {
    this.shown = this.sorted().map((row) => ({ ...row, state: this.stateOf(row) }));
    for (const listener of this.listeners) listener();
  }
}
