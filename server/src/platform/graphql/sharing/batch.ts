import { textFrame, textFrameOf } from "./frame.ts";

/** Different operation ids for which the bytes of one batch are kept. */
const KEPT = 8;

/** Answers that go out together, made into bytes once for all who get them. */
export class Batch {
  readonly #payloads: readonly string[];
  readonly #forSockets = new Map<string, Buffer>();
  #tails: Buffer[] | null = null;
  #forStreams: Buffer | null = null;

  constructor(payloads: readonly string[]) {
    this.#payloads = payloads;
  }

  /** The `next` messages for an operation id, which is given as JSON. Equal ids share the bytes. */
  forSocket(id: string): Buffer {
    const known = this.#forSockets.get(id);
    if (known) return known;
    const frames = this.#forSockets.size === 0 ? this.#written(id) : this.#copied(id);
    const bytes = frames.length === 1 ? frames[0] : Buffer.concat(frames);
    if (this.#forSockets.size < KEPT) this.#forSockets.set(id, bytes);
    return bytes;
  }

  /** Most batches go out under one id. */
  #written(id: string): Buffer[] {
    return this.#payloads.map((payload) =>
      textFrameOf(`{"id":${id},"type":"next","payload":${payload}}`),
    );
  }

  /** Under further ids nothing is made into bytes again but the id. */
  #copied(id: string): Buffer[] {
    this.#tails ??= this.#payloads.map((payload) =>
      Buffer.from(`,"type":"next","payload":${payload}}`),
    );
    const head = Buffer.from(`{"id":${id}`);
    return this.#tails.map((tail) => textFrame([head, tail]));
  }

  /** The `next` events for an event stream. */
  forStream(): Buffer {
    this.#forStreams ??= Buffer.from(
      this.#payloads.map((payload) => `event: next\ndata: ${payload}\n\n`).join(""),
    );
    return this.#forStreams;
  }
}
