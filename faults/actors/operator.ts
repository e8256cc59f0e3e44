import { NoAnswer } from "../../server/src/testing/wire.ts";
import type { History } from "../harness/history.ts";
import { between, oneOf, pause, type Random } from "../harness/random.ts";
import type { Group, World } from "../stage/world.ts";
import type { Account } from "./account.ts";
import { ask, askOn, Refused } from "./ask.ts";
import type { mutations } from "./documents.ts";
import { MessageCare } from "./messageCare.ts";

/** What the operator does in a run. */
export interface Programme {
  messages?: boolean;
  threads?: boolean;
  members?: boolean;
  sessions?: boolean;
}

export interface OperatorOptions {
  world: World;
  /** Whose messages are edited and withdrawn, and who react. */
  speakers: readonly Account[];
  /** Who is removed and let in again, and whose sessions are ended. */
  guests: readonly Account[];
  /** Asked at each try. */
  url: () => string;
  history: History;
  random: Random;
}

/** Edits, withdraws, removes, lets in again and ends sessions, one act after the other. */
export class Operator {
  readonly #options: OperatorOptions;
  readonly #messages: MessageCare;
  /** Who is outside, by group. */
  readonly #outside = new Map<Group, Set<Account>>();
  #stoppedAt = Infinity;
  #done: Promise<void> = Promise.resolve();

  constructor(options: OperatorOptions) {
    this.#options = options;
    this.#messages = new MessageCare({ ...options, act: (...what) => this.#act(...what) });
  }

  /** Works until it is stopped. */
  start(programme: Programme, rest: readonly [number, number] = [100, 400]): void {
    this.#done = this.#work(programme, rest);
  }

  /** Everybody is in again when this is done. */
  async stop(): Promise<void> {
    this.#stoppedAt = Date.now();
    await this.#done;
    for (const [group, people] of this.#outside)
      for (const guest of people) await this.admit(guest, group);
  }

  async #work(programme: Programme, rest: readonly [number, number]): Promise<void> {
    const { random } = this.#options;
    const acts: (() => Promise<unknown>)[] = [];
    if (programme.messages)
      acts.push(
        () => this.#messages.once(),
        () => this.#messages.once(),
      );
    if (programme.threads) acts.push(() => this.#thread());
    if (programme.members) acts.push(() => this.#member());
    if (programme.sessions) acts.push(() => this.#session());
    while (this.#stoppedAt === Infinity) {
      await oneOf(random, acts)();
      await pause(between(random, ...rest));
    }
  }

  async #member(): Promise<void> {
    const { random, guests, world } = this.#options;
    const guest = oneOf(random, guests);
    const group = oneOf(random, world.groups);
    if (this.#outside.get(group)?.has(guest)) await this.admit(guest, group);
    else await this.remove(guest, group);
  }

  async remove(guest: Account, group: Group): Promise<void> {
    const { world } = this.#options;
    const input = { groupId: group.id, personId: guest.person.id };
    const done = await this.#act(world.manager, "removeMember", input);
    if (!done) return;
    const people = this.#outside.get(group) ?? new Set();
    this.#outside.set(group, people.add(guest));
  }

  async admit(guest: Account, group: Group): Promise<void> {
    const { world, url, history } = this.#options;
    const hosts = [world.manager, ...world.hosts];
    const answer = await askOn(
      url,
      () => true,
      async (at) => {
        const host = hosts[Math.floor(Math.random() * hosts.length)];
        const token = await world.invite(host, group, at);
        return ask(guest.person, at, "acceptInvitation", { token });
      },
    );
    if (!answer) return;
    this.#outside.get(group)?.delete(guest);
    history.add({ kind: "act", at: Date.now(), name: "admit", by: guest.name });
  }

  async #session(): Promise<void> {
    const { random, guests, url } = this.#options;
    const guest = oneOf(random, guests);
    await this.revoke(guest, url);
    await pause(between(random, 100, 500));
    await guest.signIn(url);
  }

  /** Ends somebody's session; tells when the server had said so. */
  async revoke(guest: Account, url: () => string): Promise<number> {
    const { history } = this.#options;
    const at = await guest.signOut(url, history);
    history.add({ kind: "act", at, name: "revoke", by: guest.name });
    return at;
  }

  async #thread(): Promise<void> {
    const { random, world } = this.#options;
    const thread = oneOf(random, oneOf(random, world.groups).threads);
    const threadId = thread.id;
    const kinds: [keyof typeof mutations, object][] = [
      ["renameThread", { threadId, title: `Title ${Math.floor(random() * 1e6)}` }],
      ["pinThread", { threadId, on: random() < 0.5 }],
    ];
    await this.#act(world.manager, ...oneOf(random, kinds));
  }

  /** Until there is an answer; false when it was a refusal or there was no time. */
  async #act(by: Account, name: keyof typeof mutations, input: object): Promise<boolean> {
    const { url, history } = this.#options;
    const goOn = () => Date.now() < this.#stoppedAt + 15_000;
    try {
      const answer = await askOn(url, goOn, (at) => ask(by.person, at, name, input));
      if (answer) history.add({ kind: "act", at: Date.now(), name, by: by.name });
      return answer !== null;
    } catch (error) {
      if (error instanceof Refused || error instanceof NoAnswer) return false;
      throw error;
    }
  }
}
