import type { Batch } from "./batch.ts";
import type { Outflow } from "./outflow.ts";
import type { Outlet } from "./stream.ts";

/** One operation's answers on a socket. */
export class SocketOutlet implements Outlet {
  readonly #out: Outflow;
  /** The operation's id as JSON. */
  readonly #id: string;

  constructor(out: Outflow, id: string) {
    this.#out = out;
    this.#id = id;
  }

  get blocked(): boolean {
    return this.#out.blocked;
  }

  write(batch: Batch): void {
    this.#out.push(batch.forSocket(this.#id));
  }

  drained(): Promise<void> {
    return this.#out.drained();
  }
}

/** The answers of the one operation of an event stream. */
export class StreamOutlet implements Outlet {
  readonly #out: Outflow;

  constructor(out: Outflow) {
    this.#out = out;
  }

  get blocked(): boolean {
    return this.#out.blocked;
  }

  write(batch: Batch): void {
    this.#out.push(batch.forStream());
  }

  drained(): Promise<void> {
    return this.#out.drained();
  }
}
