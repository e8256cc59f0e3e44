import type { Control, Pokes } from "./pokes.ts";

/** Pokes of an installation with one node: there is nobody else to wake. */
export class LocalPokes implements Pokes {
  readonly ready = true;
  readonly #onPoke: ((channelId: string, seq: number) => void)[] = [];
  readonly #onControl: ((message: Control) => void)[] = [];
  readonly #watched = new Set<string>();

  poke(channelId: string, seq: number): void {
    if (!this.#watched.has(channelId)) return;
    for (const listener of this.#onPoke) listener(channelId, seq);
  }

  async control(message: Control): Promise<void> {
    for (const listener of this.#onControl) listener(message);
  }

  watch(channelId: string): void {
    this.#watched.add(channelId);
  }

  unwatch(channelId: string): void {
    this.#watched.delete(channelId);
  }

  onPoke(listener: (channelId: string, seq: number) => void): void {
    this.#onPoke.push(listener);
  }

  onControl(listener: (message: Control) => void): void {
    this.#onControl.push(listener);
  }

  onTurn(): void {
    // Never away, so never back.
  }

  async close(): Promise<void> {
    this.#onPoke.length = 0;
    this.#onControl.length = 0;
  }
}
