import type { Response } from "express";
import type { FormattedExecutionResult } from "graphql";
import { closeCodes, type Connection } from "./connections.ts";
import type { GraphqlLimits } from "./limits.ts";

/** One event stream, ended and watched as a socket is. */
export class StreamPeer implements Connection {
  readonly address: string;
  readonly #res: Response;
  readonly #limits: GraphqlLimits;
  readonly #farewell: FormattedExecutionResult;
  readonly #onClosing: () => void;
  #pending = 0;
  #waitingSince = 0;
  #pingedAt = performance.now();
  #closing = false;

  constructor(options: {
    res: Response;
    address: string;
    limits: GraphqlLimits;
    /** Told to someone whose session has ended. */
    farewell: FormattedExecutionResult;
    onClosing: () => void;
  }) {
    this.address = options.address;
    this.#res = options.res;
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
    void this.#write(":\n\n");
  }

  async next(result: FormattedExecutionResult): Promise<void> {
    if (!this.#closing) await this.#write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  }

  complete(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#res.end("event: complete\ndata: \n\n");
    this.#onClosing();
  }

  /** "Sign in again" is an answer and the stream's completion; any other code just ends it, and the client tries again. */
  close(code: number): void {
    if (this.#closing) return;
    if (code === closeCodes.signInAgain) {
      void this.#write(`event: next\ndata: ${JSON.stringify(this.#farewell)}\n\n`);
      this.complete();
    } else {
      this.#closing = true;
      this.#res.end();
      this.#onClosing();
    }
    setTimeout(() => this.#res.destroy(), this.#limits.closeMs).unref();
  }

  look(now: number): void {
    if (this.#pending > 0 && now - this.#waitingSince > this.#limits.writeMs) {
      this.#gone();
      this.#res.destroy();
    } else if (
      !this.#closing &&
      this.#pending === 0 &&
      now - this.#pingedAt >= this.#limits.pingMs
    ) {
      this.#pingedAt = now;
      void this.#write(":\n\n");
    }
  }

  async #write(text: string): Promise<void> {
    if (!this.#res.writable) return this.#gone();
    if (this.#pending === 0) this.#waitingSince = performance.now();
    this.#pending += 1;
    await new Promise<void>((resolve) => {
      this.#res.write(text, (error) => {
        if (error) this.#gone();
        this.#pending -= 1;
        this.#waitingSince = performance.now();
        resolve();
      });
    });
  }

  /** Writes fail before the answer says that it is closed; see the socket's twin. */
  #gone(): void {
    this.#closing = true;
    this.#onClosing();
  }
}
