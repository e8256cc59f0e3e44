/** A notice between nodes that is not a poke: what must take effect on open sockets at once. */
export type Control =
  /** `endedAt`: when, in milliseconds by the clock of PostgreSQL, as far as the teller knew it. */
  | { kind: "sessionsEnded"; sessionIds: string[]; endedAt?: number }
  | { kind: "personEnded"; personId: string }
  /** The database was restored: every cursor of before is void. */
  | { kind: "epochTurned" };

/** The seq of a poke that may have been missed. */
export const MISSED = Number.MAX_SAFE_INTEGER;

/**
 * How nodes wake each other. Pokes may be lost, doubled, reordered or forged: whoever hears one reads PostgreSQL.
 * No text goes through here.
 */
export interface Pokes {
  /** Tells every node that follows the channel that its head is at least `seq`. Never throws, never waits. */
  poke(channelId: string, seq: number): void;
  /** Tells every node, this one included. Resolves when it was handed over; rejects when it could not be. */
  control(message: Control): Promise<void>;
  /**
   * Asks for the pokes of a channel; idempotent. When they are heard from a later moment on, the listeners are
   * called once with `MISSED`.
   */
  watch(channelId: string): void;
  unwatch(channelId: string): void;
  onPoke(listener: (channelId: string, seq: number) => void): void;
  onControl(listener: (message: Control) => void): void;
  /** Called when `ready` turns: pokes may have been missed, and more or none may be from now on. */
  onTurn(listener: () => void): void;
  /** False while pokes cannot arrive: readers sweep faster then. */
  readonly ready: boolean;
  close(): Promise<void>;
}
