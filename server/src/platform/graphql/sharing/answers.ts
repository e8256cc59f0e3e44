import type { FormattedExecutionResult } from "graphql";
import { LRUCache } from "lru-cache";
import {
  type Audience,
  type RequestContext,
  scopesKey,
  type Viewer,
  wasTouched,
} from "../context.ts";
import { outage } from "../../database/outage.ts";
import type { Operation } from "../gate.ts";
import type { LiveEvent, Seat, Teller } from "../liveSource.ts";
import { Batch } from "./batch.ts";
import type { Plan } from "./plans.ts";

/** Whoever catches up after a cut asks for the same as the others who were cut; texts are not kept longer than this. */
const KEPT_MS = 2_000;
const KEPT = 2_000;
const KNOWN = 10_000;
/** So many viewers are answered at a time where each gets an answer of their own. */
const AT_A_TIME = 50;

/** A seat that can be handed answers. */
export interface Listener extends Seat {
  readonly viewer: Viewer | null;
  /** It can be handed nothing more for now. */
  readonly blocked: boolean;
  write(batch: Batch): void;
}

/** What makes answers: one for the node. */
export interface Kitchen<C extends RequestContext> {
  /** `beside`: another context of the same telling. */
  contextFor: (audience: Audience, beside?: C) => C;
  answer(
    operation: Operation,
    context: C,
    event: LiveEvent,
  ): FormattedExecutionResult | Promise<FormattedExecutionResult>;
  /** Hears that answers marked as shared asked for the viewer. */
  downgraded: (typename: string) => void;
  readonly recent: LRUCache<string, Promise<Batch | null>>;
  readonly known: LRUCache<string, Answers<C>>;
}

export const recentAnswers = (): LRUCache<string, Promise<Batch | null>> =>
  new LRUCache({ max: KEPT, ttl: KEPT_MS, ttlAutopurge: true });

export const knownAnswers = <C extends RequestContext>(): LRUCache<string, Answers<C>> =>
  new LRUCache({ max: KNOWN });

/**
 * The answers of one operation to what a live field tells. Where all that is selected is shared, an event is executed
 * once, without a viewer, and made into bytes once; else once for each person.
 */
export class Answers<C extends RequestContext> implements Teller<LiveEvent> {
  /** Differs from that of operations with other answers. */
  readonly key: string;
  readonly #operation: Operation;
  readonly #plan: Plan;
  readonly #audience: Audience;
  readonly #kitchen: Kitchen<C>;

  private constructor(
    key: string,
    operation: Operation,
    viewer: Viewer | null,
    kitchen: Kitchen<C>,
  ) {
    this.key = key;
    this.#operation = operation;
    this.#plan = operation.plan;
    this.#audience = viewer && { sharedBy: viewer.scopes };
    this.#kitchen = kitchen;
  }

  /** Those of equal operations are one object while it is remembered: there may be very many followers. */
  static of<C extends RequestContext>(
    operation: Operation,
    viewer: Viewer | null,
    kitchen: Kitchen<C>,
  ): Answers<C> {
    const { plan, variables } = operation;
    const key = `${plan.name} ${viewer ? scopesKey(viewer.scopes) : ""} ${plan.variablesKey(variables)}`;
    let answers = kitchen.known.get(key);
    if (!answers) {
      answers = new Answers(key, operation, viewer, kitchen);
      kitchen.known.set(key, answers);
    }
    return answers;
  }

  /** For one who follows alone. Those who come to the same place at about the same time share its bytes. */
  async one(event: LiveEvent, viewer: Viewer | null): Promise<Batch> {
    if (this.#isShared(event)) {
      const { recent } = this.#kitchen;
      const key = `${this.key} ${event.cursor} ${event.prev} ${event.constructor.name}`;
      const known = recent.get(key);
      const answer = known ?? this.#alone(event);
      if (!known) {
        recent.set(key, answer);
        answer.catch(() => recent.delete(key));
      }
      const batch = await answer;
      if (batch) return batch;
    }
    return new Batch([await this.#own(event, this.#kitchen.contextFor(viewer))]);
  }

  async #alone(event: LiveEvent): Promise<Batch | null> {
    const payload = await this.#shared(event, this.#kitchen.contextFor(this.#audience));
    return payload === null ? null : new Batch([payload]);
  }

  async tell(events: readonly LiveEvent[], seats: () => readonly Listener[]): Promise<Listener[]> {
    const shared =
      events.length === 1 ? [await this.#forOne(events[0])] : await this.#forAll(events);
    if (shared.every((payload) => payload !== null)) {
      const batch = new Batch(shared);
      return hand(seats(), () => batch);
    }
    const batches = await this.#forEach(events, shared, seats());
    return hand(seats(), ({ viewer }) => batches.get(viewer?.personId ?? ""));
  }

  #forOne(event: LiveEvent): Promise<string | null> | null {
    if (!this.#isShared(event)) return null;
    return this.#shared(event, this.#kitchen.contextFor(this.#audience));
  }

  /** What is everybody's, and null for what is not. What is loaded for one kind of event is not loaded again. */
  #forAll(events: readonly LiveEvent[]): Promise<(string | null)[]> {
    const contexts = new Map<string, C>();
    return Promise.all(
      events.map(async (event) => {
        if (!this.#isShared(event)) return null;
        const { name } = event.constructor;
        const context =
          contexts.get(name) ?? this.#kitchen.contextFor(this.#audience, [...contexts.values()][0]);
        contexts.set(name, context);
        return this.#shared(event, context);
      }),
    );
  }

  /** Those who are the same person get the same answers. */
  async #forEach(
    events: readonly LiveEvent[],
    shared: readonly (string | null)[],
    seats: readonly Listener[],
  ): Promise<Map<string, Batch>> {
    const people = new Map(seats.map(({ viewer }) => [viewer?.personId ?? "", viewer]));
    const batches = new Map<string, Batch>();
    const waiting = [...people];
    let first: C | undefined;
    let since = performance.now();
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [personId, viewer] = next;
        // What is the same for all of them is loaded once, and again when they are so many that it grows old.
        if (performance.now() - since > KEPT_MS) [first, since] = [undefined, performance.now()];
        const context = this.#kitchen.contextFor(viewer, first);
        first ??= context;
        const payloads = await Promise.all(
          events.map(async (event, at) => shared[at] ?? this.#own(event, context)),
        );
        batches.set(personId, new Batch(payloads));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return batches;
  }

  #isShared(event: LiveEvent): boolean {
    return this.#audience !== null && this.#plan.isShared(event.constructor.name);
  }

  /** null when it turns out not to be everybody's. */
  async #shared(event: LiveEvent, context: C): Promise<string | null> {
    const result = await this.#kitchen.answer(this.#operation, context, event);
    if (wasTouched(context)) {
      const { name } = event.constructor;
      if (this.#plan.isShared(name)) this.#kitchen.downgraded(name);
      this.#plan.downgrade(name);
      return null;
    }
    return written(result);
  }

  async #own(event: LiveEvent, context: C): Promise<string> {
    return written(await this.#kitchen.answer(this.#operation, context, event));
  }
}

/** Errors that another try may not have. */
const passing = new Set<unknown>(["UNAVAILABLE", "TIMED_OUT"]);

/** Throws an outage rather than tell an update with holes because the database was away or slow. */
function written(result: FormattedExecutionResult): string {
  if (result.errors?.some(({ extensions }) => passing.has(extensions?.["code"]))) throw outage();
  return JSON.stringify(result);
}

/** Those who cannot take it, or for whom there is nothing, go on alone. */
function hand(
  seats: readonly Listener[],
  batchFor: (seat: Listener) => Batch | undefined,
): Listener[] {
  const refused: Listener[] = [];
  for (const seat of seats) {
    const batch = seat.blocked ? undefined : batchFor(seat);
    if (batch) seat.write(batch);
    else refused.push(seat);
  }
  return refused;
}
