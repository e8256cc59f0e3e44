import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ExecutionResult, GraphQLError } from "graphql";
import { type Context as SocketContext, handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { addressOf } from "../http/address.ts";
import { originAllowed } from "../http/origin.ts";
import type { Logger } from "../log/log.ts";
import { Bucket } from "./bucket.ts";
import { closeCodes, type Connections } from "./connections.ts";
import type { RequestContext, Viewer } from "./context.ts";
import { throttled, type Present } from "./faults.ts";
import type { Authenticate, Caller } from "./caller.ts";
import type { Gate, Operation } from "./gate.ts";
import type { Runner } from "./run.ts";
import type { Flusher } from "./sharing/flusher.ts";
import { SocketOutlet } from "./sharing/outlets.ts";
import { Parked } from "./sharing/parked.ts";
import { Stream } from "./sharing/stream.ts";
import { SocketPeer } from "./socketPeer.ts";

interface Extra {
  peer: SocketPeer;
  /** Until the introduction; nobody keeps it for as long as the socket is open. */
  request: IncomingMessage | null;
  viewer: Viewer | null;
  /** Its operations by their ids, as graphql-ws keeps them. */
  running: Readonly<Record<string, unknown>>;
}

type Socket = SocketContext<Record<string, unknown>, Extra>;

/** An admitted operation on its way through graphql-ws, which hands it on as the context value. */
interface Passing {
  id: string;
  operation: Operation;
  extra: Extra;
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

/**
 * What graphql-ws takes for the text of a message. It parses texts only, and holds on to what it was given for as long
 * as the operation runs; so it gets the object, unless it has to say that the text is none.
 */
function parsed(text: string): string {
  try {
    const message = JSON.parse(text) as object | string | number | boolean | null;
    return typeof message === "object" ? (message as unknown as string) : text;
  } catch {
    return text;
  }
}

export interface SocketHost {
  /** Called about once a second with the time. */
  look(now: number): void;
  /** Operations that run on open sockets. */
  operations(): number;
}

/** `graphql-transport-ws` on the path of the HTTP endpoint. */
export function serveSockets<C extends RequestContext>(options: {
  server: Server;
  path: string;
  gate: Gate;
  runner: Runner<C>;
  present: Present;
  connections: Connections;
  authenticate: Authenticate;
  flusher: Flusher;
  origins: { publicUrl: string; others: readonly string[] };
  trustProxy: number;
  isDraining: () => boolean;
  log: Logger;
}): SocketHost {
  const { server, path, gate, runner, present, connections, authenticate, flusher, log } = options;
  const { limits } = gate;
  const open = new Set<Extra>();
  const upgrades = new Bucket({
    capacity: limits.upgradesPerSecond,
    rate: limits.upgradesPerSecond,
  });

  const admit = (extra: Extra, payload: Parameters<Gate["source"]>[0], running: number) => {
    const caller: Caller = { viewer: extra.viewer, address: extra.peer.address, streams: true };
    try {
      if (running > limits.operationsPerSocket)
        throw throttled(`A socket carries ${limits.operationsPerSocket} operations at a time.`, 1);
      if (!extra.peer.operations.take())
        throw throttled(`A socket starts ${limits.operationsPerSecond} operations a second.`, 1);
      gate.knock(caller);
      const document = gate.read(gate.source(payload));
      if (!("kind" in document)) return document;
      return gate.admit({ ...payload, document }, caller);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  };

  const seat = (extra: Extra, viewer: Viewer, since: number): boolean => {
    const seated = connections.identify(extra.peer, viewer, since);
    if (seated === "ended") extra.peer.close(closeCodes.signInAgain, "Unauthorized");
    if (seated === "full") extra.peer.close(closeCodes.tryAgain, "Too many connections");
    extra.viewer = viewer;
    return seated === "in";
  };

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: limits.initMs,
    async onConnect(socket) {
      const { extra } = socket;
      const { request } = extra;
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
    onSubscribe({ extra, subscriptions }: Socket, id, payload) {
      extra.running = subscriptions;
      const admitted = admit(extra, payload, Object.keys(subscriptions).length);
      if (!("cost" in admitted)) return admitted;
      // The library keeps the message for as long as the operation runs; the text is in the document.
      Object.assign(payload, { query: "" });
      const { document, definition } = admitted;
      const contextValue: Passing = { id, operation: admitted, extra };
      return {
        schema: gate.schema,
        document,
        operationName: definition.name?.value ?? null,
        contextValue,
      };
    },
    // The errors in the answers are formatted already; `onNext` keeps graphql-ws from doing it again.
    execute({ contextValue }) {
      const { operation, extra } = contextValue as Passing;
      return runner.run(operation, extra.viewer) as Promise<ExecutionResult>;
    },
    async subscribe({ contextValue }) {
      const { id, operation, extra } = contextValue as Passing;
      const { peer, viewer } = extra;
      const failed = (error: unknown) => {
        log.error({ err: error }, "a live field broke; its socket is closed");
        peer.close(closeCodes.tryAgain, "Try again");
      };
      const followed = await runner.follow(operation, viewer, failed);
      if (followed.kind === "refused") return followed.result as ExecutionResult;
      if (followed.kind === "other")
        return followed.answers as AsyncIterableIterator<ExecutionResult>;
      const { source, answers } = followed;
      const quoted = JSON.stringify(id);
      const parked = new Parked(() => stream.stop());
      const stream = new Stream({
        viewer,
        source,
        answers,
        outlet: new SocketOutlet(peer.out, quoted),
        ended: () => parked.end(),
        failed,
      });
      void stream.run();
      return parked;
    },
    onNext: (_socket, _id, _payload, _args, result) => result,
    onError: (_socket, _id, _payload, errors) => errors.map((error) => present(error)),
  });

  const welcome = (socket: WebSocket, wire: Duplex, { request, viewer, since }: Knock) => {
    const address = addressOf(request, options.trustProxy);
    let closed: ReturnType<typeof protocol.opened> | null = null;
    const leave = (code: number, reason: string) => {
      open.delete(extra);
      connections.leave(peer);
      const finish = closed;
      closed = null;
      finish?.(code, reason).catch((error: unknown) =>
        log.warn({ err: error }, "a live field did not end well"),
      );
    };
    const peer = new SocketPeer({ socket, wire, flusher, address, limits, onClosing: leave });
    const extra: Extra = { peer, request, viewer: null, running: {} };
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
            receive(parsed((data as Buffer).toString())).catch((error: unknown) => {
              if (error instanceof Error && error.message.startsWith("Unexpected message"))
                return peer.close(4400, "Unexpected message");
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
    socket.on("error", () => socket.destroy());
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
    look: (now) => {
      for (const { peer } of open) peer.look(now);
    },
    operations() {
      let sum = 0;
      for (const { running } of open) sum += Object.keys(running).length;
      return sum;
    },
  };
}
