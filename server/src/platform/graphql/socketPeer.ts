import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { Bucket } from "./bucket.ts";
import type { Connection } from "./connections.ts";
import type { GraphqlLimits } from "./limits.ts";
import type { Flusher } from "./sharing/flusher.ts";
import { textFrameOf } from "./sharing/frame.ts";
import { Outflow } from "./sharing/outflow.ts";

/** Between two looks when this node is not busy, and a half. */
const LONGEST_LOOK_MS = 1_500;

/**
 * One socket: what is written to it and not yet taken, when it was last heard, and how it ends. Text goes past the
 * WebSocket library, as frames that may be shared with other sockets; the library keeps the handshake, what comes in,
 * pings and the close. Compression is off, so the two cannot get in each other's way between whole frames.
 */
export class SocketPeer implements Connection {
  readonly address: string;
  readonly operations: Bucket;
  readonly frames: Bucket;
  readonly out: Outflow;
  readonly #socket: WebSocket;
  readonly #limits: GraphqlLimits;
  readonly #onClosing: (code: number, reason: string) => void;
  #heardAt = performance.now();
  #pingedAt = performance.now();
  /**
   * For how long a ping has not been answered: it lies behind all that the other end has not read. Time in which this
   * node itself had no turn to read is not counted. null when there is none.
   */
  #unansweredFor: number | null = null;
  #lookedAt = performance.now();
  #closing = false;

  constructor(options: {
    socket: WebSocket;
    /** The connection beneath `socket`. */
    wire: Duplex;
    flusher: Flusher;
    address: string;
    limits: GraphqlLimits;
    onClosing: (code: number, reason: string) => void;
  }) {
    const { socket, address, limits, onClosing } = options;
    this.#socket = socket;
    this.out = new Outflow(options.wire, options.flusher);
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

  /** It ends, or has ended: what still comes in is nobody's. */
  get closing(): boolean {
    return this.#closing;
  }

  /** Anything from the other end. */
  heard(): void {
    this.#heardAt = performance.now();
  }

  answered(): void {
    this.heard();
    this.#unansweredFor = null;
  }

  /** Resolves when the system has taken the bytes, which is what holds back whoever writes more. */
  async send(data: string): Promise<void> {
    if (this.#closing) return;
    if (this.#socket.readyState !== this.#socket.OPEN) return this.gone();
    this.out.push(textFrameOf(data));
    if (this.out.blocked) await this.out.drained();
  }

  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    this.out.flush();
    this.out.close();
    this.#socket.close(code, reason);
    // The other end may be slow or gone, and what waits in its buffer was written before this.
    setTimeout(() => this.#socket.terminate(), this.#limits.closeMs).unref();
    this.#onClosing(code, reason);
  }

  /** Called about once a second: pings, and gives up on an end that is silent, reads nothing or takes nothing. */
  look(now: number): void {
    const { writeMs, silenceMs, pingMs, lagMs } = this.#limits;
    if (this.#unansweredFor !== null)
      this.#unansweredFor += Math.min(now - this.#lookedAt, LONGEST_LOOK_MS);
    this.#lookedAt = now;
    const stuck = this.out.stuckFor(now) > writeMs || (this.#unansweredFor ?? 0) > lagMs;
    if (stuck || now - this.#heardAt > silenceMs) {
      this.gone();
      return this.#socket.terminate();
    }
    if (now - this.#pingedAt < pingMs || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#pingedAt = now;
    this.#unansweredFor ??= 0;
    this.#socket.ping();
  }

  /** Writes fail before the socket says that it is closed; whoever writes must not run through all it has till then. */
  gone(): void {
    this.#closing = true;
    this.out.close();
    this.#onClosing(1006, "");
  }
}
