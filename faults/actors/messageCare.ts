import type { History } from "../harness/history.ts";
import { oneOf, type Random } from "../harness/random.ts";
import type { Account } from "./account.ts";
import type { mutations } from "./documents.ts";
import { uuidOf } from "./ids.ts";

/** A message that somebody of the play has sent and that is acknowledged. */
interface Known {
  id: string;
  author: Account;
  version: number;
  withdrawnAt: number;
  edits: number;
}

type Act = (by: Account, name: keyof typeof mutations, input: object) => Promise<boolean>;

const KEPT = 200;
/** A withdrawal can be taken back for five seconds. */
const UNDO_MS = 4_000;
const values = ["value:compassion", "value:curiosity", "value:celebrating-success"];

/** Edits, withdraws, restores, pins and reacts to what was said. */
export class MessageCare {
  readonly #known: Known[] = [];
  readonly #speakers: readonly Account[];
  readonly #history: History;
  readonly #random: Random;
  readonly #act: Act;

  constructor(options: {
    speakers: readonly Account[];
    history: History;
    random: Random;
    act: Act;
  }) {
    this.#speakers = options.speakers;
    this.#history = options.history;
    this.#random = options.random;
    this.#act = options.act;
    const authors = new Map<string, Account>();
    options.history.onEvent((event) => {
      if (event.kind === "sent")
        authors.set(
          event.writer,
          this.#speakers.find(({ person }) => uuidOf(person.id) === event.person)!,
        );
      const author = event.kind === "acked" && authors.get(event.writer);
      if (author) this.#learn(event.messageId, author);
    });
  }

  #learn(uuid: string, author: Account): void {
    const id = Buffer.from(`Message:${uuid}`).toString("base64url");
    if (this.#known.some((each) => each.id === id)) return;
    this.#known.push({ id, author, version: 1, withdrawnAt: 0, edits: 0 });
    if (this.#known.length > KEPT) this.#known.splice(0, this.#known.length - KEPT);
  }

  /** One act on one message. */
  async once(): Promise<void> {
    const random = this.#random;
    const message = oneOf(random, this.#known);
    if (!message) return;
    const messageId = message.id;
    const on = random() < 0.7;
    if (message.withdrawnAt > 0) return this.#restore(message);
    const kinds = [
      () => this.#edit(message),
      () => this.#edit(message),
      () => this.#withdraw(message),
      () => this.#act(message.author, "pinMessage", { messageId, on }),
      () =>
        this.#act(oneOf(random, this.#speakers), "react", {
          messageId,
          emoji: oneOf(random, values),
          on,
        }),
    ];
    await oneOf(random, kinds)();
  }

  async #edit(message: Known): Promise<void> {
    const { id: messageId, version: expectedVersion, author } = message;
    const body = `edit ${++message.edits} of ${uuidOf(messageId)}.`;
    const version = expectedVersion + 1;
    this.#history.add({
      kind: "edit",
      at: Date.now(),
      messageId: uuidOf(messageId),
      version,
      body,
    });
    // An edit that was done and whose answer was lost is found done by the repetition: it is the same text.
    if (await this.#act(author, "editMessage", { messageId, body, expectedVersion }))
      message.version = version;
  }

  async #withdraw(message: Known): Promise<void> {
    const { id: messageId, author } = message;
    if (await this.#act(author, "withdrawMessage", { messageId })) message.withdrawnAt = Date.now();
  }

  async #restore(message: Known): Promise<void> {
    const { id: messageId, author, withdrawnAt } = message;
    if (Date.now() > withdrawnAt + UNDO_MS || this.#random() < 0.5) return;
    if (!(await this.#act(author, "restoreMessage", { messageId }))) return;
    message.withdrawnAt = 0;
    message.version += 1;
  }
}
