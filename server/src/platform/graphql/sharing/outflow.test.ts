import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { Flusher } from "./flusher.ts";
import { Outflow } from "./outflow.ts";

/** A connection that takes one write after the other when it is told to. */
class Slow extends Writable {
  readonly chunks: Buffer[] = [];
  #taken: (() => void) | null = null;

  constructor() {
    super({ highWaterMark: 16 * 1024 });
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    this.#taken = done;
  }

  override _writev(all: { chunk: Buffer }[], done: () => void): void {
    this.chunks.push(...all.map(({ chunk }) => chunk));
    this.#taken = done;
  }

  take(): void {
    const taken = this.#taken;
    this.#taken = null;
    taken?.();
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const KB = 1024;

test("a connection that waits a little goes on with the others; one that holds too much does not", async () => {
  const to = new Slow();
  const out = new Outflow(to, new Flusher());
  out.push(Buffer.alloc(100 * KB));
  await turn();
  expect([out.waiting, out.blocked]).toEqual([true, false]);
  out.push(Buffer.alloc(200 * KB));
  expect(out.blocked).toBe(true);
  const drained = out.drained();
  to.take();
  expect(out.waiting).toBe(true);
  to.take();
  await drained;
  expect([out.waiting, out.blocked]).toEqual([false, false]);
});

test("what waits is the very bytes that the others get, and no copy of them", async () => {
  const flusher = new Flusher();
  const shared = [1, 2, 3].map((n) => Buffer.alloc(20 * KB, n));
  const all = [new Slow(), new Slow()];
  for (const to of all) {
    const out = new Outflow(to, flusher);
    for (const bytes of shared) out.push(bytes);
  }
  await turn();
  for (const { chunks } of all) {
    expect(chunks.length).toBe(3);
    expect(chunks.every((chunk, n) => chunk.buffer === shared[n].buffer)).toBe(true);
  }
});

test("small frames of one turn go out as one piece", async () => {
  const to = new Slow();
  const out = new Outflow(to, new Flusher());
  for (let n = 0; n < 8; n += 1) out.push(Buffer.from(`frame ${n}`));
  await turn();
  expect(to.chunks.map(String)).toEqual([
    [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `frame ${n}`).join(""),
  ]);
});
