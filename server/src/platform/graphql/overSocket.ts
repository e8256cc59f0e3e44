import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import {
  CloseCode,
  type Context as SocketContext,
  handleProtocols,
  makeServer,
  MessageType,
  type SubscribeMessage,
  validateMessage,
} from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { addressOf } from "../http/address.ts";
import { originAllowed } from "../http/origin.ts";
import { Bucket } from "./bucket.ts";
import { closeCodes, type Connections } from "./connections.ts";
import type { RequestContext, Viewer } from "./context.ts";
import type { Authenticate } from "./caller.ts";
import type { Flusher } from "./sharing/flusher.ts";
import { type OperationTools, SocketOperations } from "./socketOperations.ts";
import { SocketPeer } from "./socketPeer.ts";

/** One socket, as the protocol library hands it on. */
interface Extra<C extends RequestContext> {
  peer: SocketPeer;
  operations: SocketOperations<C>;
  /** Until the introduction; nobody keeps it for as long as the socket is open. */
  request: IncomingMessage | null;
  openedAt: number;
  /** Once it has introduced itself: whether that was accepted. */
  introduced: Pick<SocketContext, "acknowledged"> | null;
}

/** An upgrade that may go on, and who its cookies say it is. */
interface Knock {
  request: IncomingMessage;
  viewer: Viewer | null;
  /** When the look-up began. */
  since: number;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  const retry = status === 429 || status === 503 ? "Retry-After: 1\r\n" : "";
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** A message that begins or ends an operation; null for all others, and for what is none. */
function operationIn(text: string): SubscribeMessage | { type: "complete"; id: string } | null {
  try {
    const message = validateMessage(JSON.parse(text));
    const { type } = message;
    return type === MessageType.Subscribe || type === MessageType.Complete ? message : null;
  } catch {
    return null;
  }
}

/** Without a scope of its own, which would hold the request for as long as the connection lasts. */
function destroyIt(this: Duplex): void {
  this.destroy();
}

export interface SocketHost {
  /** Called about once a second with the time. */
  look(now: number): void;
  /** Operations that run on open sockets. */
  operations(): number;
}

/** `graphql-transport-ws` on the path of the HTTP endpoint. */
export function serveSockets<C extends RequestContext>(
  options: OperationTools<C> & {
    server: Server;
    path: string;
    connections: Connections;
    authenticate: Authenticate;
    flusher: Flusher;
    origins: { publicUrl: string; others: readonly string[] };
    trustProxy: number;
    isDraining: () => boolean;
  },
): SocketHost {
  const { server, path, connections, authenticate, flusher, log } = options;
  const { limits } = options.gate;
  const open = new Set<Extra<C>>();
  const upgrades = new Bucket({
    capacity: limits.upgradesPerSecond,
    rate: limits.upgradesPerSecond,
  });

  const seat = (extra: Extra<C>, viewer: Viewer, since: number): boolean => {
    const seated = connections.identify(extra.peer, viewer, since);
    if (seated === "ended") extra.peer.close(closeCodes.signInAgain, "Unauthorized");
    if (seated === "full") extra.peer.close(closeCodes.tryAgain, "Too many connections");
    extra.operations.viewer = viewer;
    return seated === "in";
  };

  // What comes between the introduction and the end runs beside the library (socketOperations.ts).
  const protocol = makeServer<Record<string, unknown>, Extra<C>>({
    // Looked at with everything else, instead of by a timer for each socket.
    connectionInitWaitTimeout: 0,
    async onConnect(socket) {
      const { extra } = socket;
      const { request } = extra;
      extra.introduced = socket;
      const authorization = socket.connectionParams?.["authorization"];
      extra.request = null;
      // Cookies have been looked at before the upgrade.
      if (typeof authorization !== "string" || !request) return true;
      const since = performance.now();
      const viewer = await authenticate(request, authorization);
      if (viewer) return seat(extra, viewer, since);
      extra.peer.close(closeCodes.signInAgain, "Unauthorized");
      return false;
    },
  });

  const hear = (
    { introduced, operations }: Extra<C>,
    text: string,
    receive: (text: string) => Promise<void>,
  ): Promise<void> => {
    const message = introduced?.acknowledged ? operationIn(text) : null;
    if (!message) return receive(text);
    if (message.type === MessageType.Subscribe) return operations.begin(message);
    operations.leave(message.id);
    return Promise.resolve();
  };

  const welcome = (socket: WebSocket, wire: Duplex, { request, viewer, since }: Knock) => {
    const address = addressOf(request, options.trustProxy);
    let closed: ReturnType<typeof protocol.opened> | null = null;
    const leave = (code: number, reason: string) => {
      open.delete(extra);
      connections.leave(peer);
      operations.endAll();
      const finish = closed;
      closed = null;
      finish?.(code, reason).catch((error: unknown) =>
        log.warn({ err: error }, "a socket did not end well"),
      );
    };
    const peer = new SocketPeer({ socket, wire, flusher, address, limits, onClosing: leave });
    const operations = new SocketOperations(peer, options);
    const openedAt = performance.now();
    const extra: Extra<C> = { peer, operations, request, openedAt, introduced: null };
    open.add(extra);
    connections.enter(peer);
    socket.on("pong", () => peer.answered());
    socket.on("error", (error) => log.debug({ err: error }, "a socket broke"));
    socket.on("close", (code, reason) => {
      peer.out.close();
      leave(code, String(reason));
    });
    closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => peer.send(data),
        close: (code = 1000, reason = "") => peer.close(code, reason),
        onMessage: (receive) => {
          socket.on("message", (data) => {
            peer.heard();
            // An operation that began behind the end would never be ended.
            if (peer.closing) return;
            if (!peer.frames.take()) return peer.close(1008, "Too many frames");
            // ws gives one Buffer a message unless told otherwise.
            hear(extra, (data as Buffer).toString(), receive).catch((error: unknown) => {
              if (error instanceof Error && error.message.startsWith("Unexpected message"))
                return peer.close(CloseCode.BadRequest, "Unexpected message");
              log.error({ err: error }, "a socket is closed after a fault");
              peer.close(closeCodes.tryAgain, "Try again");
            });
          });
        },
      },
      extra,
    );
    if (viewer) seat(extra, viewer, since);
  };

  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split("?", 1)[0] !== path) {
      // Vite's own socket listens beside ours in development.
      if (server.listenerCount("upgrade") === 1) refuseUpgrade(socket, 404);
      return;
    }
    socket.on("error", destroyIt);
    if (options.isDraining()) return refuseUpgrade(socket, 503);
    if (!originAllowed(request, { ...options.origins, missing: false }))
      return refuseUpgrade(socket, 403);
    if (!upgrades.take()) return refuseUpgrade(socket, 503);
    const since = performance.now();
    // Many phones share one address. Those that a cookie makes known are no strangers, and are not counted as such
    // for the second or two that a poor link takes to say connection_init.
    const known = request.headers.cookie ? authenticate(request) : Promise.resolve(null);
    known.then(
      (viewer) => {
        if (socket.destroyed) return;
        if (options.isDraining()) return refuseUpgrade(socket, 503);
        if (!viewer && !connections.hasRoomFor(addressOf(request, options.trustProxy)))
          return refuseUpgrade(socket, 429);
        sockets.handleUpgrade(request, socket, head, (opened) =>
          welcome(opened, socket, { request, viewer, since }),
        );
      },
      (error: unknown) => {
        log.warn({ err: error }, "a socket's cookies could not be looked up");
        refuseUpgrade(socket, 503);
      },
    );
  };
  server.on("upgrade", upgrade);
  return {
    look(now) {
      for (const { peer, introduced, openedAt } of open) {
        peer.look(now);
        if (!introduced && now - openedAt > limits.initMs)
          peer.close(
            CloseCode.ConnectionInitialisationTimeout,
            "Connection initialisation timeout",
          );
      }
    },
    operations() {
      let sum = 0;
      for (const { operations } of open) sum += operations.count;
      return sum;
    },
  };
}
