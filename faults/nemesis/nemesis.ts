import type { FaultOf } from "../harness/events.ts";
import type { History } from "../harness/history.ts";
import { between, oneOf, pause, type Random } from "../harness/random.ts";
import type { StageNode } from "../stage/node.ts";
import type { Stage } from "../stage/stage.ts";

/** One way to take something away and to bring it back. */
export interface Fault {
  of: FaultOf;
  name: string;
  /** Everything is back when it resolves. */
  inflict: (hands: Hands) => Promise<void>;
}

/** What of the stage a fault has in its hands: two that share none of it can come at once. */
const handsOn: Record<FaultOf, readonly string[]> = {
  node: ["nodes"],
  clock: ["nodes"],
  redis: ["redis"],
  redisHung: ["redis"],
  redisParted: ["redis"],
  postgres: ["postgres"],
  link: ["links"],
  load: ["links"],
  several: [],
};

/** What a fault works with. */
export interface Hands {
  stage: Stage;
  random: Random;
  /** Any of the nodes. */
  anyNode: () => StageNode;
  /** A time between the two. */
  wait: (from: number, to: number) => Promise<void>;
}

/** Takes things away and brings them back, and writes it down. */
export class Nemesis {
  readonly #hands: Hands;
  readonly #history: History;

  constructor(stage: Stage, { history, random }: { history: History; random: Random }) {
    this.#history = history;
    this.#hands = {
      stage,
      random,
      anyNode: () => oneOf(random, stage.nodes),
      wait: (from, to) => pause(between(random, from, to)),
    };
  }

  async inflict({ of, name, inflict }: Fault): Promise<void> {
    const at = Date.now();
    await inflict(this.#hands);
    this.#history.add({ kind: "fault", at, until: Date.now(), of, name });
    this.lookForDead();
  }

  /** Each of them in turn for so long, with rests between. */
  async repeat(
    seconds: number,
    faults: readonly Fault[],
    rest: readonly [number, number] = [800, 2_000],
  ) {
    const { wait } = this.#hands;
    for (const until = Date.now() + seconds * 1_000; Date.now() < until;)
      for (const fault of faults) {
        await wait(...rest);
        await this.inflict(fault);
      }
  }

  /** All of them in any order, each before any comes again, until then and until each has come. */
  async shuffle(seconds: number, faults: readonly Fault[]): Promise<void> {
    const { wait, random } = this.#hands;
    const left = [...faults];
    const until = Date.now() + seconds * 1_000;
    for (let done = 0; Date.now() < until || done < faults.length; done++) {
      if (left.length === 0) left.push(...faults);
      const [next] = left.splice(Math.floor(random() * left.length), 1);
      await wait(500, 1_500);
      await this.inflict(next);
    }
  }

  /**
   * Several at once, of which no two have the same in their hands, each begun a moment after the one before: until
   * then, and until each has come.
   */
  async heap(seconds: number, faults: readonly Fault[], most: number): Promise<void> {
    const { wait, random } = this.#hands;
    const left = [...faults];
    const until = Date.now() + seconds * 1_000;
    for (let done = 0; Date.now() < until || done < faults.length;) {
      const taken = new Set<string>();
      const heaped: Fault[] = [];
      for (let tries = 0; tries < 20 && heaped.length < most; tries++) {
        if (left.length === 0) left.push(...faults);
        const at = Math.floor(random() * left.length);
        const hands = handsOn[left[at].of];
        if (hands.some((hand) => taken.has(hand))) continue;
        for (const hand of hands) taken.add(hand);
        heaped.push(...left.splice(at, 1));
      }
      done += heaped.length;
      await wait(500, 1_500);
      await this.inflict({
        of: "several",
        name: `${heaped.length} at once`,
        inflict: async (hands) => {
          await Promise.all(
            heaped.map(async ({ inflict, name }, i) => {
              await hands.wait(i * 100, i * 700);
              this.#history.add({ kind: "act", at: Date.now(), name, by: "nemesis" });
              await inflict(hands);
            }),
          );
        },
      });
    }
  }

  /** Every node runs now, unless one has ended by itself. */
  lookForDead(): void {
    for (const { died, lastWords } of this.#hands.stage.nodes)
      if (died) this.#history.add({ kind: "died", at: Date.now(), words: lastWords });
  }
}
