import { once } from "node:events";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import { WebSocket } from "ws";

interface Frame {
  id?: string;
  type: string;
  payload?: unknown;
}

export interface SocketClient {
  socket: WebSocket;
  /** The next frame of one operation. */
  next(id: string): Promise<Frame>;
  send(frame: unknown): void;
  /** One operation until its first answer: its result, or the errors that refused it. */
  ask(payload: unknown): Promise<FormattedExecutionResult>;
  /** The close code, once the socket is closed. */
  closed: Promise<number>;
}

/** A raw graphql-transport-ws client: tests see the frames and codes as they are. */
export async function socketClient(
  url: string,
  options: {
    headers?: Record<string, string>;
    authorization?: string;
    /** Leaves out connection_init. */
    silent?: boolean;
  } = {},
): Promise<SocketClient> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws", {
    headers: options.headers,
  });
  const frames = new Map<string, Frame[]>();
  const waiting = new Map<string, (frame: Frame) => void>();
  let count = 0;
  socket.on("message", (data) => {
    const frame = JSON.parse((data as Buffer).toString()) as Frame;
    const id = frame.id ?? frame.type;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (waiter) waiter(frame);
    else frames.set(id, [...(frames.get(id) ?? []), frame]);
  });
  const closed = once(socket, "close").then(([code]: unknown[]) => code as number);
  // Failure to open rejects the call below; afterwards the close code says it all.
  closed.catch(() => undefined);
  await once(socket, "open");
  socket.on("error", () => undefined);
  const client: SocketClient = {
    socket,
    closed,
    next: (id) => {
      const frame = frames.get(id)?.shift();
      return frame ? Promise.resolve(frame) : new Promise((resolve) => waiting.set(id, resolve));
    },
    send: (frame) => socket.send(JSON.stringify(frame)),
    async ask(payload) {
      const id = String((count += 1));
      client.send({ id, type: "subscribe", payload });
      const frame = await client.next(id);
      return frame.type === "error"
        ? { errors: frame.payload as GraphQLFormattedError[] }
        : (frame.payload as FormattedExecutionResult);
    },
  };
  if (!options.silent) {
    const { authorization } = options;
    client.send({ type: "connection_init", ...(authorization && { payload: { authorization } }) });
    await Promise.race([client.next("connection_ack"), closed]);
  }
  return client;
}
