import { appendFileSync } from "node:fs";
import path from "node:path";
import type { Event } from "./events.ts";

/** Writes down what was seen, one line of JSON each, in the order of this process's clock. */
export class History {
  readonly folder: string;
  readonly #file: string;
  readonly #timer: NodeJS.Timeout;
  readonly #listeners = new Set<(event: Event) => void>();
  #lines: string[] = [];

  constructor(folder: string) {
    this.folder = folder;
    this.#file = path.join(folder, "history.jsonl");
    this.#timer = setInterval(() => this.#flush(), 100);
  }

  /** For who acts on what happens; returns how to stop it. */
  onEvent(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(event: Event): void {
    for (const listener of this.#listeners) listener(event);
    this.#lines.push(`${JSON.stringify(event)}\n`);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#flush();
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    appendFileSync(this.#file, this.#lines.join(""));
    this.#lines = [];
  }
}
