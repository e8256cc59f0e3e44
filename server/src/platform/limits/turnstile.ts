interface Gate {
  inside: number;
  /** Counts every change of what `room` would answer, so that an answer that grew old on its way is seen. */
  changes: number;
  waiting: (() => void)[];
  users: number;
}

/**
 * Lets no more callers try at once than there is room for, so that fifty guesses sent together get no further than
 * fifty sent one after another. The others wait their turn: several good sign-ins at once are no offence.
 * It sees this process only; n nodes let at most n times the room through, once.
 */
export class Turnstile {
  readonly #gates = new Map<string, Gate>();

  /**
   * `room` gives how many more may fail, those inside included, or throws to turn the caller away. The place that is
   * returned must be left after the failure, if it was one, has been written down.
   */
  async enter(key: string, room: () => Promise<number>): Promise<Disposable> {
    const gate = this.#gates.get(key) ?? { inside: 0, changes: 0, waiting: [], users: 0 };
    this.#gates.set(key, gate);
    gate.users += 1;
    try {
      for (;;) {
        const before = gate.changes;
        const places = await room();
        if (gate.changes !== before) continue;
        if (gate.inside < places) break;
        await new Promise<void>((resolve) => gate.waiting.push(resolve));
      }
    } catch (refusal) {
      this.#leave(key, gate);
      throw refusal;
    }
    gate.inside += 1;
    gate.waiting.shift()?.(); // there may be room for one more
    return {
      [Symbol.dispose]: () => {
        gate.inside -= 1;
        gate.changes += 1;
        this.#leave(key, gate);
      },
    };
  }

  #leave(key: string, gate: Gate): void {
    gate.users -= 1;
    gate.waiting.shift()?.();
    if (gate.users === 0) this.#gates.delete(key);
  }
}
