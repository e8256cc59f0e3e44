import type { Batch } from "./batch.ts";
import type { Outflow } from "./outflow.ts";
import type { Outlet } from "./stream.ts";

/** The answers of the one operation of an event stream. */
export class StreamOutlet implements Outlet {
  readonly #out: Outflow;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;

  constructor(out: Outflow, ends: Pick<Outlet, "end" | "fail">) {
    this.#out = out;
    this.end = ends.end;
    this.fail = ends.fail;
  }

  get waiting(): boolean {
    return this.#out.waiting;
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
