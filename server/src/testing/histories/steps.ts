import fc from "fast-check";
import type { Actor } from "../world.ts";
import { Dice } from "./dice.ts";
import { readModel } from "./model.ts";
import type { Memory } from "./row.ts";
import type { Setting } from "./setting.ts";
import { table } from "./table.ts";

/** One step of a history. The numbers choose among what there is then. */
export interface Step {
  name: string;
  numbers: number[];
  /** The same call once more, as after a lost answer. */
  again: boolean;
  /** The next step does not wait for this one. */
  beside?: boolean;
}

/** What observers do, beside the mutations. */
const watching = { open: 6, cut: 5, resume: 5, rewind: 3, lose: 2 } as const;
type Watching = keyof typeof watching;
const isWatching = (name: string): name is Watching => name in watching;

const names = [
  ...Object.entries(table).map(([name, { weight }]) => ({ weight, name })),
  ...Object.entries(watching).map(([name, weight]) => ({ weight, name })),
].map(({ weight, name }) => ({ weight, arbitrary: fc.constant(name) }));

const oneInTen = fc.integer({ min: 0, max: 9 }).map((number) => number === 9);

export const steps = fc.array(
  fc.record({
    name: fc.oneof(...names),
    numbers: fc.array(fc.nat(999), { minLength: 5, maxLength: 5 }),
    again: oneInTen,
    beside: oneInTen,
  }),
  { minLength: 1, maxLength: 60, size: "max" },
);

/** What was done, in words: what a failure shows. */
type Trace = string[];

export class Walk {
  readonly trace: Trace = [];
  /** Mutations that were met, with how often. */
  readonly met = new Map<string, number>();
  readonly memory: Memory;
  readonly #setting: Setting;
  readonly #beside: Promise<void>[] = [];
  #failure: Error | null = null;
  #count = 0;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.memory = {
      tokens: new Map(),
      texts: new Map(),
      words: () => `words ${(this.#count += 1)} of ${setting.networkId}`,
    };
  }

  async take(step: Step): Promise<void> {
    const taken = this.#take(step);
    this.#beside.push(taken.catch((error: unknown) => void (this.#failure ??= error as Error)));
    if (!step.beside) await this.arrive();
  }

  /** Nothing is on its way any more. */
  async arrive(): Promise<void> {
    await Promise.all(this.#beside.splice(0));
    if (this.#failure) throw this.#failure;
  }

  async #take({ name, numbers, again }: Step): Promise<void> {
    const dice = new Dice(numbers);
    if (isWatching(name)) return this.#watch(name, dice);
    const outcome = await this.call(name, dice, again);
    this.trace.push(outcome);
  }

  /** Does what the row says; gives it in words. */
  async call(name: string, dice: Dice, again = false): Promise<string> {
    const { world, people } = this.#setting;
    const row = table[name];
    const wish = row.call(await readModel(world, people), dice, this.memory);
    if (!wish) return `${name}: nothing to do`;
    const { by, input } = wish;
    const who = `${this.#nameOf(by)} ${name} ${JSON.stringify(input)}`;
    try {
      const payload = await by.act(name, input, row.selection);
      if (again) await by.act(name, input, row.selection);
      const [refusal] = payload["errors"];
      if (refusal) return `${who}: ${refusal.code}`;
      row.keep?.(this.memory, { payload, input });
      this.met.set(name, (this.met.get(name) ?? 0) + 1);
      return who;
    } catch (error) {
      const { code } = (error as { extensions?: { code?: string } }).extensions ?? {};
      if (code !== "NOT_FOUND" && code !== "FORBIDDEN") throw error;
      return `${who}: ${code}`;
    }
  }

  async #watch(what: Watching, dice: Dice): Promise<void> {
    const { world, people, screens } = this.#setting;
    const screen = dice.of(screens)!;
    const who = this.#nameOf(screen.by);
    if (what === "open") {
      const { groups, threads, networks } = await readModel(world, people);
      const place = dice.of([
        ...threads.map((thread) => () => screen.openThread(thread.id, thread.groupId)),
        ...groups.map((group) => () => screen.openGroup(group.id)),
        ...networks.map((network) => () => screen.openNetwork(network.id)),
      ]);
      await place?.();
      this.trace.push(`${who} opens a page`);
      return;
    }
    const page = dice.of(screen.pages)!;
    const field = `${page.field.field} ${page.target}`;
    if (what === "cut") await screen.cut(page);
    if (what === "resume") await screen.resume(page);
    if (what === "lose") await screen.lose(page);
    if (what === "rewind") {
      await screen.cut(page);
      await screen.resume(page, dice.below(5));
    }
    this.trace.push(`${who}: ${what} ${field}`);
  }

  #nameOf(by: Actor): string {
    return ["manager", "ann", "ben", "cyd", "dan"][this.#setting.people.indexOf(by)];
  }
}
