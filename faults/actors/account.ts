import { NoAnswer, type WirePerson } from "../../server/src/testing/wire.ts";
import type { History } from "../harness/history.ts";
import { pause } from "../harness/random.ts";

/** A person of the play: who they are, and the session that they use now. */
export class Account {
  readonly name: string;
  /** Another one after each sign-in. */
  #person: WirePerson;
  #sessions = 1;

  constructor(name: string, person: WirePerson) {
    this.name = name;
    this.#person = person;
  }

  get person(): WirePerson {
    return this.#person;
  }

  /** What the histories call the session. */
  get session(): string {
    return `${this.name} #${this.#sessions}`;
  }

  /** Ends the session at one node; resolves when the server has said so, with that time. */
  async signOut(url: () => string, history: History): Promise<number> {
    const { session } = this;
    for (;;) {
      try {
        await this.#person.signOut(url());
        break;
      } catch (error) {
        if (!(error instanceof NoAnswer || error instanceof TypeError)) throw error;
        // A repetition finds the session gone, which is what was wished for.
        if (error.message.includes("401")) break;
        await pause(100);
      }
    }
    const at = Date.now();
    history.add({ kind: "revoked", at, session });
    return at;
  }

  /** Under a new session. */
  async signIn(url: () => string): Promise<void> {
    for (;;) {
      try {
        this.#person = await this.#person.signInAgain(url());
        this.#sessions += 1;
        return;
      } catch (error) {
        if (!(error instanceof NoAnswer || error instanceof TypeError)) throw error;
        await pause(200);
      }
    }
  }
}
