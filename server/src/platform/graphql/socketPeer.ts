import type { WebSocket } from "ws";
import { Bucket } from "./bucket.ts";
import type { Connection } from "./connections.ts";
import type { GraphqlLimits } from "./limits.ts";

/** One socket: what is written to it and not yet taken, when it was last heard, and how it ends. */
export class SocketPeer implements Connection {
  readonly address: string;
  readonly operations: Bucket;
  readonly frames: Bucket;
  readonly #socket: WebSocket;
  readonly #limits: GraphqlLimits;
  readonly #onClosing: (code: number, reason: string) => void;
  #pending = 0;
  /** When the oldest write that still waits began to, or the last one before it was taken. */
  #waitingSince = 0;
  #heardAt = performance.now();
  #pingedAt = performance.now();
  #closing = false;

  constructor(options: {
    socket: WebSocket;
    address: string;
    limits: GraphqlLimits;
    onClosing: (code: number, reason: string) => void;
  }) {
    const { socket, address, limits, onClosing } = options;
    this.#socket = socket;
    this.address = address;
    this.#limits = limits;
    this.#onClosing = onClosing;
    this.operations = new Bucket({
      capacity: limits.operationsPerSecond,
      rate: limits.operationsPerSecond,
    });
    this.frames = new Bucket({
      capacity: 2 * limits.framesPerSecond,
      rate: limits.framesPerSecond,
    });
  }

  /** Anything from the other end, a pong included. */
  heard(): void {
    this.#heardAt = performance.now();
  }

  /** Resolves when the system has taken the bytes, which is what holds back whoever writes more. */
  async send(data: string): Promise<void> {
    if (this.#closing) return;
    if (this.#socket.readyState !== this.#socket.OPEN) return this.#gone();
    if (this.#pending === 0) this.#waitingSince = performance.now();
    this.#pending += 1;
    await new Promise<void>((resolve) => {
      this.#socket.send(data, (error) => {
        if (error) this.#gone();
        this.#pending -= 1;
        this.#waitingSince = performance.now();
        resolve();
      });
    });
  }

  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#socket.close(code, reason);
    // The other end may be slow or gone, and what waits in its buffer was written before this.
    setTimeout(() => this.#socket.terminate(), this.#limits.closeMs).unref();
    this.#onClosing(code, reason);
  }

  /** Called about once a second: pings, and gives up on an end that is silent or takes nothing. */
  look(now: number): void {
    const stuck = this.#pending > 0 && now - this.#waitingSince > this.#limits.writeMs;
    if (stuck || now - this.#heardAt > this.#limits.silenceMs) {
      this.#gone();
      return this.#socket.terminate();
    }
    if (now - this.#pingedAt < this.#limits.pingMs || this.#socket.readyState !== this.#socket.OPEN)
      return;
    this.#pingedAt = now;
    this.#socket.ping();
  }

  /** Writes fail before the socket says that it is closed; whoever writes must not run through all it has till then. */
  #gone(): void {
    this.#closing = true;
    this.#onClosing(1006, "");
  }
}
