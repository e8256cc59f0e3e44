import type { Viewer } from "./context.ts";

/** A socket or a stream, as the host sees it. */
export interface Connection {
  readonly address: string;
  /** Ends it with a WebSocket close code; a stream shows the same meaning in its own way. */
  close(code: number, reason: string): void;
}

/** Close codes, and what the graphql-ws client makes of them: 4401 is final, the other two mean "try again". */
export const closeCodes = { signInAgain: 4401, tryAgain: 1013, restarting: 1012 } as const;

interface Seat {
  viewer: Viewer | null;
}

const REMEMBER_MS = 60_000;

/** Everyone who is connected to this node, by person and by session. */
export class Connections {
  readonly #seats = new Map<Connection, Seat>();
  readonly #strangers = new Map<string, number>();
  readonly #persons = new Map<string, number>();
  /** Endings of the last minute: someone whose session was read just before its end must not come in after it. */
  readonly #endings = new Map<string, number>();
  readonly #limits: { socketsPerPerson: number; strangersPerAddress: number };

  constructor(limits: { socketsPerPerson: number; strangersPerAddress: number }) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#seats.size;
  }

  hasRoomFor(address: string): boolean {
    return (this.#strangers.get(address) ?? 0) < this.#limits.strangersPerAddress;
  }

  /** A connection of which nothing is known yet. */
  enter(connection: Connection): void {
    this.#seats.set(connection, { viewer: null });
    count(this.#strangers, connection.address, 1);
  }

  /**
   * Says who it is. `since` is when (by `performance.now()`) the look-up began that found it out.
   * "ended": that session or person was shut out meanwhile. "full": they have as many connections as they may.
   */
  identify(connection: Connection, viewer: Viewer, since: number): "in" | "full" | "ended" {
    const seat = this.#seats.get(connection);
    if (!seat) return "ended";
    const endedAt = Math.max(
      this.#endings.get(`session:${viewer.sessionId}`) ?? -1,
      this.#endings.get(`person:${viewer.personId}`) ?? -1,
    );
    if (endedAt >= since) return "ended";
    if ((this.#persons.get(viewer.personId) ?? 0) >= this.#limits.socketsPerPerson) return "full";
    this.#release(connection, seat);
    seat.viewer = viewer;
    count(this.#persons, viewer.personId, 1);
    return "in";
  }

  leave(connection: Connection): void {
    const seat = this.#seats.get(connection);
    if (!seat) return;
    this.#seats.delete(connection);
    this.#release(connection, seat);
  }

  endSessions(sessionIds: readonly string[]): void {
    const ended = new Set(sessionIds);
    for (const id of ended) this.#remember(`session:${id}`);
    this.#end(({ sessionId }) => sessionId !== null && ended.has(sessionId));
  }

  endPerson(personId: string): void {
    this.#remember(`person:${personId}`);
    this.#end((viewer) => viewer.personId === personId);
  }

  sessions(): string[] {
    const ids = new Set<string>();
    for (const { viewer } of this.#seats.values()) if (viewer?.sessionId) ids.add(viewer.sessionId);
    return [...ids];
  }

  closeAll(code: number, reason: string): void {
    for (const connection of this.#seats.keys()) connection.close(code, reason);
  }

  /** Closes all in random order over `ms`, so that they do not come back all at once. */
  async disperse({
    ms,
    code,
    reason,
  }: {
    ms: number;
    code: number;
    reason: string;
  }): Promise<void> {
    const waits = [...this.#seats.keys()].map(
      (connection) =>
        new Promise<void>((resolve) => {
          setTimeout(() => {
            connection.close(code, reason);
            resolve();
          }, Math.random() * ms);
        }),
    );
    await Promise.all(waits);
  }

  #end(concerned: (viewer: Viewer) => boolean): void {
    for (const [connection, { viewer }] of this.#seats)
      if (viewer && concerned(viewer)) connection.close(closeCodes.signInAgain, "Unauthorized");
  }

  #release({ address }: Connection, { viewer }: Seat): void {
    if (viewer) count(this.#persons, viewer.personId, -1);
    else count(this.#strangers, address, -1);
  }

  #remember(key: string): void {
    const now = performance.now();
    for (const [old, at] of this.#endings) {
      if (now - at < REMEMBER_MS) break;
      this.#endings.delete(old);
    }
    this.#endings.delete(key);
    this.#endings.set(key, now);
  }
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next > 0) counts.set(key, next);
  else counts.delete(key);
}
