import type { FaultOf } from "../harness/events.ts";
import type { History } from "../harness/history.ts";
import { between, oneOf, pause, type Random } from "../harness/random.ts";
import type { StageNode } from "../stage/node.ts";
import type { Stage } from "../stage/stage.ts";

/** One way to take something away and to bring it back. */
export interface Fault {
  of: Exclude<FaultOf, "several">;
  name: string;
  /** Everything is back when it resolves. */
  inflict: (hands: Hands) => Promise<void>;
}

/** What of the stage a fault has in its hands: two that have not the same can come at once. */
const handOn: Record<Exclude<FaultOf, "several">, string> = {
  node: "nodes",
  clock: "nodes",
  redis: "redis",
  redisHung: "redis",
  redisParted: "redis",
  postgres: "postgres",
  link: "links",
  load: "links",
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

  async inflict({ of, name, inflict }: Omit<Fault, "of"> & { of: FaultOf }): Promise<void> {
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

  /**
   * All of them in any order, each before any comes again, until then and until each has come. As many at once as
   * chance wants, up to `most`: such as have nothing in their hands that another has.
   */
  async shuffle(seconds: number, faults: readonly Fault[], most: number): Promise<void> {
    const { wait, random } = this.#hands;
    const left: Fault[] = [];
    const until = Date.now() + seconds * 1_000;
    for (let done = 0; Date.now() < until || done < faults.length;) {
      if (left.length === 0) left.push(...faults);
      const heap = takeHeap(left, 1 + Math.floor(random() * most), random);
      done += heap.length;
      await wait(500, 1_500);
      if (heap.length === 1) await this.inflict(heap[0]);
      else
        await Promise.all(
          heap.map(({ name, inflict }) =>
            this.inflict({
              of: "several",
              name,
              inflict: async (hands) => {
                await hands.wait(0, 1_000);
                await inflict(hands);
              },
            }),
          ),
        );
    }
  }

  /** Every node runs now, unless one has ended by itself. */
  lookForDead(): void {
    for (const { died, lastWords } of this.#hands.stage.nodes)
      if (died) this.#history.add({ kind: "died", at: Date.now(), words: lastWords });
  }
}

/** Takes up to so many out of those that are left. */
function takeHeap(left: Fault[], most: number, random: Random): Fault[] {
  const taken = new Set<string>();
  const heap: Fault[] = [];
  for (let tries = 0; tries < 20 && heap.length < most && left.length > 0; tries++) {
    const at = Math.floor(random() * left.length);
    const hand = handOn[left[at].of];
    if (taken.has(hand)) continue;
    taken.add(hand);
    heap.push(...left.splice(at, 1));
  }
  return heap;
}
