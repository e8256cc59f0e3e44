import { backoff } from "./backoff.ts";
import { place } from "./position.ts";
import type { LiveAnswer, Position } from "./position.ts";
import type { Clock, Connection, Hole, LiveFault, LiveResult } from "./transport.ts";

/** What a screen wants to follow. `Update` is the live field's answer as it comes over the wire. */
export interface Subject<Update = LiveAnswer> {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly field: string;
  readonly variables: Record<string, unknown>;
  /** False for presence: no cursor, no heartbeat, each subscription begins with the whole state. */
  readonly logged: boolean;
  readonly after: string | null;
  apply(updates: readonly Update[]): void;
  /** Asks for a new snapshot and answers its cursor; nothing means that `restart` will come. */
  reset(reason: string): Promise<string | null | undefined>;
  ended(reason: string): void;
}

export interface Counts {
  applied: number;
  dropped: number;
  holes: number;
  resets: number;
  silences: number;
  connects: number;
}

/** What a follower needs of the link that drives it. */
export interface Host {
  readonly clock: Clock;
  readonly random: () => number;
  readonly counts: Counts;
  connection(): Connection | null;
  /** A follower's state changed, or it made progress. */
  changed(): void;
  heard(): void;
  /** Nothing came for too long; answers true when the whole connection is given up. */
  silent(): boolean;
  unauthenticated(): void;
}

/** A server says something every 25 s; two missed and it is taken for dead. */
const SILENCE = 50_000;
/** A replay is applied in pieces: as many updates as this, or as long as this. */
const PIECE = 200;
const PIECE_MS = 100;

type State = "waiting" | "replaying" | "live" | "resetting" | "over";

/** One followed field: its position, its own retries, its silence. It has no queue beyond one piece of a replay. */
export class Follower {
  state: State = "waiting";
  private position: Position;
  private start: string | null;
  private pending: LiveAnswer[] = [];
  /** Goes along with the next subscription, once. */
  private hole: Hole | null = null;
  private attempt = 0;
  private resets = 0;
  /** Raised whenever the subscription or its purpose changes; what belongs to an older one is not heard. */
  private generation = 0;
  private unsubscribe: (() => void) | null = null;
  private cancelSilence = (): void => {};
  private cancelRetry = (): void => {};
  private cancelPiece = (): void => {};
  private readonly subject: Subject;
  private readonly host: Host;

  constructor(subject: Subject, host: Host) {
    this.subject = subject;
    this.host = host;
    this.start = subject.after;
    this.position = { last: null, cursor: subject.after };
  }

  /** True when it needs no connection to be whole. */
  get settled(): boolean {
    return !this.subject.logged || this.state === "live" || this.state === "over";
  }

  /** Subscribes now if there is a connection and a cursor; the cursor is read here, at each attempt. */
  open(): void {
    const connection = this.host.connection();
    const { subject } = this;
    if (this.state === "over" || this.state === "resetting" || !connection) return;
    if (subject.logged && this.position.cursor === null) return;
    this.drop();
    const generation = this.generation;
    const variables = subject.logged
      ? { ...subject.variables, after: this.position.cursor }
      : subject.variables;
    const extensions = this.hole ? { hole: this.hole } : undefined;
    this.hole = null;
    this.state = "replaying";
    this.listen();
    this.unsubscribe = connection.subscribe(
      { query: subject.query, operationName: subject.operationName, variables, extensions },
      {
        next: (result) => generation === this.generation && this.next(result),
        failed: (faults) => generation === this.generation && this.failed(faults),
        completed: () => generation === this.generation && this.retry(),
      },
    );
    this.host.changed();
  }

  /** The connection is gone. What came in whole is kept. */
  lost(): void {
    if (this.state === "over" || this.state === "resetting") return;
    this.flush();
    this.drop();
    this.state = "waiting";
  }

  /** Follows from another snapshot. The same cursor again changes nothing. */
  restart(after: string | null): void {
    if (this.state === "over" || after === null || after === this.start) return;
    this.start = after;
    this.position = { last: null, cursor: after };
    this.state = "waiting";
    this.drop();
    this.open();
    this.host.changed();
  }

  stop(): void {
    this.drop();
    this.state = "over";
  }

  private drop(): void {
    this.generation += 1;
    this.pending = [];
    this.cancelSilence();
    this.cancelRetry();
    this.cancelPiece();
    const unsubscribe = this.unsubscribe;
    this.unsubscribe = null;
    unsubscribe?.();
  }

  private listen(): void {
    this.cancelSilence();
    if (!this.subject.logged) return;
    this.cancelSilence = this.host.clock.after(SILENCE, () => {
      this.host.counts.silences += 1;
      if (!this.host.silent()) this.open();
    });
  }

  private next(result: LiveResult): void {
    this.host.heard();
    this.listen();
    const answer = result.data?.[this.subject.field] as LiveAnswer | null | undefined;
    if (!answer) return this.failed(result.errors ?? []);
    if (!this.subject.logged) {
      this.attempt = 0;
      this.state = "live";
      return this.subject.apply([answer]);
    }
    const { verdict, position } = place(this.position, answer);
    this.position = position;
    switch (verdict) {
      case "apply":
        return this.take(answer);
      case "live":
        return this.reachedHead();
      case "drop":
        this.host.counts.dropped += 1;
        return;
      case "hole":
        this.host.counts.holes += 1;
        this.hole = { last: position.last ?? 0, prev: answer.prev, seq: answer.seq };
        return this.retry();
      case "reset":
        return this.renew(answer.reason ?? "RESET");
      case "end":
        return this.end(answer.endReason ?? "CLOSED");
      case "advance":
        return;
    }
  }

  private take(answer: LiveAnswer): void {
    this.pending.push(answer);
    if (this.state === "live" || this.pending.length >= PIECE) return this.flush();
    if (this.pending.length === 1) {
      this.cancelPiece = this.host.clock.after(PIECE_MS, () => this.flush());
    }
  }

  private flush(): void {
    this.cancelPiece();
    if (this.pending.length === 0) return;
    const updates = this.pending;
    this.pending = [];
    try {
      this.subject.apply(updates);
      this.host.counts.applied += updates.length;
      this.resets = 0;
    } catch {
      // What is shown can no longer be trusted: a fresh snapshot mends it.
      this.renew("NOT_APPLIED");
    }
  }

  private reachedHead(): void {
    this.flush();
    if (this.state !== "replaying") return;
    this.attempt = 0;
    this.state = "live";
    this.host.changed();
  }

  private failed(faults: readonly LiveFault[]): void {
    const code = faults[0]?.extensions?.["code"];
    if (code === "NOT_FOUND" || code === "FORBIDDEN") return this.end("CLOSED");
    if (code === "UNAUTHENTICATED") return this.host.unauthenticated();
    this.retry();
  }

  private retry(): void {
    this.flush();
    if (this.state === "resetting") return;
    this.drop();
    this.state = "waiting";
    const pause = backoff(this.attempt, this.host.random);
    this.attempt += 1;
    this.cancelRetry = this.host.clock.after(pause, () => this.open());
    this.host.changed();
  }

  private end(reason: string): void {
    this.flush();
    this.stop();
    this.host.changed();
    this.subject.ended(reason);
  }

  private renew(reason: string): void {
    this.drop();
    this.host.counts.resets += 1;
    this.state = "resetting";
    this.host.changed();
    const generation = this.generation;
    const pause = this.resets === 0 ? 0 : backoff(this.resets, this.host.random);
    this.resets += 1;
    this.cancelRetry = this.host.clock.after(pause, () => {
      void Promise.resolve()
        .then(() => this.subject.reset(reason))
        .then(
          (cursor) => {
            if (generation !== this.generation) return;
            this.start = null;
            this.restart(cursor ?? null);
          },
          () => {
            if (generation === this.generation) this.renew(reason);
          },
        );
    });
  }
}
