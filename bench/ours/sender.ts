import { randomUUID } from "node:crypto";
import { readCursor } from "../../server/src/live/cursor.ts";
import { Requests } from "../harness/requests.ts";
import { AUTHOR, threadId } from "../load/event.ts";
import { publicUrl } from "./node.ts";
import { tokenOf } from "./world.ts";

type Data = Record<string, any>;

const mutation = `mutation($input: SendMessageInput!) { sendMessage(input: $input) {
  message { id seq body version createdAt editedAt withdrawnAt authorRole author { id name profession } }
  cursor errors { code message } } }`;

/** People who ask and write over HTTP, as a browser or a program does. */
export class Sender {
  readonly #requests: Requests;
  readonly #writers: number;
  /** The payload that followers of a room must get for each message that was acknowledged here. */
  readonly payloads = new Map<string, string>();
  readonly #pending = new Set<Promise<unknown>>();
  #turn = 0;
  failed: unknown = null;

  constructor({
    port,
    writers,
    sockets = 16,
  }: {
    port: number;
    writers: number;
    sockets?: number;
  }) {
    this.#writers = writers;
    this.#requests = new Requests(port, sockets);
  }

  /** One message into a room by the next of the writers; resolves with its place when it is acknowledged. */
  async send(room: number, body = "The second pump came back today."): Promise<number> {
    this.#turn += 1;
    const person = AUTHOR + (this.#turn % this.#writers);
    const input = { threadId: threadId(room), body, clientKey: randomUUID() };
    const { sendMessage } = await this.#untilTaken(person, { input });
    if (sendMessage.errors[0]) throw new Error(sendMessage.errors[0].message);
    return this.#keep(room, sendMessage);
  }

  /** Sends without being waited for; a failure is kept. */
  post(room: number): void {
    const sent: Promise<unknown> = this.send(room)
      .catch((error: unknown) => (this.failed = error))
      .finally(() => this.#pending.delete(sent));
    this.#pending.add(sent);
  }

  /** Followers may have a message before its author has the answer. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async ask(person: number, query: string, variables: Data = {}): Promise<Data> {
    const text = await this.raw(person, JSON.stringify({ query, variables }));
    const { data, errors } = JSON.parse(text) as { data: Data | null; errors?: object[] };
    if (errors || !data) throw new Error(`refused: ${text.slice(0, 500)}`);
    return data;
  }

  /** The answer's text to a body of /graphql. */
  raw(person: number, body: string): Promise<string> {
    return this.#requests.post(body, {
      authorization: `Bearer ${tokenOf(person)}`,
      "x-forwarded-for": `10.200.${(person >> 8) & 255}.${person & 255}`,
      origin: publicUrl,
    });
  }

  close(): void {
    this.#requests.close();
  }

  /** Under one key it is the same message however often it is sent: a busy server's "try again" is obeyed. */
  async #untilTaken(person: number, variables: Data): Promise<Data> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.ask(person, mutation, variables);
      } catch (error) {
        if (attempt === 10 || !String(error).startsWith("Error: 503")) throw error;
      }
  }

  #keep(room: number, { message, cursor }: Data): number {
    const seq = readCursor(cursor)?.seq ?? 0;
    const update = { __typename: "MessageSent", cursor, seq, prev: seq - 1, at: message.createdAt };
    const payload = JSON.stringify({ data: { threadUpdates: { ...update, message } } });
    this.payloads.set(`${room}:${seq}`, payload);
    return seq;
  }
}
