import type { Response } from "express";
import type { FormattedExecutionResult } from "graphql";
import { closeCodes, type Connection } from "./connections.ts";
import type { GraphqlLimits } from "./limits.ts";
import type { Flusher } from "./sharing/flusher.ts";
import { Outflow } from "./sharing/outflow.ts";

/** One event stream, ended and watched as a socket is. */
export class StreamPeer implements Connection {
  readonly address: string;
  readonly out: Outflow;
  readonly #res: Response;
  readonly #limits: GraphqlLimits;
  readonly #farewell: FormattedExecutionResult;
  readonly #onClosing: () => void;
  #pingedAt = performance.now();
  #closing = false;

  constructor(options: {
    res: Response;
    flusher: Flusher;
    address: string;
    limits: GraphqlLimits;
    /** Told to someone whose session has ended. */
    farewell: FormattedExecutionResult;
    onClosing: () => void;
  }) {
    this.address = options.address;
    this.#res = options.res;
    this.out = new Outflow(options.res, options.flusher);
    this.#limits = options.limits;
    this.#farewell = options.farewell;
    this.#onClosing = options.onClosing;
  }

  open(): void {
    this.#res.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      // Proxies: neither keep it, nor change it, nor wait for more of it.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      connection: "keep-alive",
    });
    // Some browsers show no answer before its first byte.
    this.#write(":\n\n");
  }

  async next(result: FormattedExecutionResult): Promise<void> {
    if (this.#closing) return;
    this.#write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    if (this.out.blocked) await this.out.drained();
  }

  complete(): void {
    if (this.#closing) return;
    this.#end();
    this.#res.end("event: complete\ndata: \n\n");
    this.#onClosing();
  }

  /** "Sign in again" is an answer and the stream's completion; any other code just ends it, and the client tries again. */
  close(code: number): void {
    if (this.#closing) return;
    if (code === closeCodes.signInAgain) {
      this.#write(`event: next\ndata: ${JSON.stringify(this.#farewell)}\n\n`);
      this.complete();
    } else {
      this.#end();
      this.#res.end();
      this.#onClosing();
    }
    setTimeout(() => this.#res.destroy(), this.#limits.closeMs).unref();
  }

  look(now: number): void {
    if (this.out.stuckFor(now) > this.#limits.writeMs) {
      this.gone();
      this.#res.destroy();
    } else if (!this.#closing && !this.out.blocked && now - this.#pingedAt >= this.#limits.pingMs) {
      this.#pingedAt = now;
      this.#write(":\n\n");
    }
  }

  /** Writes fail before the answer says that it is closed; see the socket's twin. */
  gone(): void {
    this.#closing = true;
    this.out.close();
    this.#onClosing();
  }

  #write(text: string): void {
    this.out.push(Buffer.from(text));
  }

  /** All that was written before goes out first. */
  #end(): void {
    this.#closing = true;
    this.out.flush();
    this.out.close();
  }
}
