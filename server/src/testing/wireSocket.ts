import { WebSocket } from "ws";
import type { WirePerson } from "./wire.ts";

/** One operation as graphql-transport-ws carries it. */
export interface WireOperation {
  query: string;
  variables: object;
}

export interface WireEars {
  next: (operation: string, answer: object) => void;
  /** One operation has ended; the socket has not. */
  over: (operation: string, why: string) => void;
  /** The socket has ended, or never opened. */
  closed: (why: string) => void;
}

/**
 * A socket that speaks graphql-transport-ws by hand, for what no client library lets a test do: come from an
 * address of its own, take nothing for a while, and end without a word.
 */
export class WireSocket {
  readonly #socket: WebSocket;
  #ready = false;
  #over = false;
  readonly #waiting: string[] = [];

  constructor(url: string, person: WirePerson, ears: WireEars) {
    const { authorization, ...headers } = person.credentials;
    const target = `${url.replace(/^http/, "ws")}/graphql`;
    this.#socket = new WebSocket(target, "graphql-transport-ws", { headers });
    const end = (why: string) => {
      if (this.#over) return;
      this.#over = true;
      ears.closed(why);
    };
    this.#socket.on("open", () =>
      this.#send({ type: "connection_init", payload: { authorization } }),
    );
    this.#socket.on("error", (error) => end(error.message));
    this.#socket.on("close", (code) => end(`closed ${code}`));
    this.#socket.on("message", (data) => this.#hear((data as Buffer).toString(), ears));
  }

  subscribe(id: string, payload: WireOperation): void {
    const text = JSON.stringify({ type: "subscribe", id, payload });
    if (this.#ready) this.#socket.send(text);
    else this.#waiting.push(text);
  }

  complete(id: string): void {
    this.#send({ type: "complete", id });
  }

  /** Takes nothing any more: what is written to it stays on the way. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Says goodbye. */
  close(): void {
    this.#over = true;
    this.#socket.close(1000);
  }

  /** At once and without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #hear(text: string, ears: WireEars): void {
    const message = JSON.parse(text) as { type: string; id: string; payload: object };
    if (this.#over) return;
    switch (message.type) {
      case "connection_ack":
        this.#ready = true;
        for (const each of this.#waiting.splice(0)) this.#socket.send(each);
        return;
      case "ping":
        return this.#send({ type: "pong" });
      case "next":
        return ears.next(message.id, message.payload);
      case "error":
        return ears.over(message.id, `error ${JSON.stringify(message.payload)}`);
      case "complete":
        return ears.over(message.id, "complete");
    }
  }
}
