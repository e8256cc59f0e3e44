/** The numbers of one step. They choose among what there is, so a shorter history still means something. */
export class Dice {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** From 0 to below `count`. */
  below(count: number): number {
    const number = this.#numbers[this.#at % this.#numbers.length] ?? 0;
    this.#at += 1;
    return number % count;
  }

  /** One of them, or undefined when there is none. */
  of<T>(things: readonly T[]): T | undefined {
    return things.length === 0 ? undefined : things[this.below(things.length)];
  }

  /** True in one of `times` throws. */
  once(times: number): boolean {
    return this.below(times) === 1;
  }
}
