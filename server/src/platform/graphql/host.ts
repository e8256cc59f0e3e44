import type { Server } from "node:http";
import type { Express, Request as HttpRequest } from "express";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { compressAnswers } from "./compress.ts";
import { closeCodes, Connections } from "./connections.ts";
import type { Audience, RequestContext } from "./context.ts";
import { createPresent } from "./faults.ts";
import type { Arrival, Authenticate } from "./caller.ts";
import { Gate } from "./gate.ts";
import { defaultLimits, type GraphqlLimits } from "./limits.ts";
import { admitCaller, readBody } from "./overExpress.ts";
import { serveHttp } from "./overHttp.ts";
import { serveSockets } from "./overSocket.ts";
import { serveStreams } from "./overStream.ts";
import { measureGraphql } from "./measures.ts";
import { Points } from "./points.ts";
import { Runner } from "./run.ts";
import { Flusher } from "./sharing/flusher.ts";

export type { Authenticate } from "./caller.ts";

export interface GraphqlOptions<C extends RequestContext> {
  app: Express;
  server: Server;
  schema: GraphQLSchema;
  authenticate: Authenticate;
  /**
   * A context with loaders of its own: made for each request, each operation on a socket, each batch of live answers.
   * One for many viewers calls `touchViewer` when it is asked for its viewer. `beside` is one of the same moment: what
   * is loaded and is the same for everybody may be loaded for both.
   */
  contextFor: (audience: Audience, beside?: C) => C;
  limits?: Partial<GraphqlLimits>;
  publicUrl: string;
  /** Further origins whose pages may use cookies here: the development server. */
  otherOrigins?: readonly string[];
  /** How many proxies of ours stand in front. */
  trustProxy?: number;
  /** Whether someone who has not signed in may read the schema. */
  strangersReadSchema: boolean;
  /** Documents by their SHA-256, so that a client can send the hash alone. */
  persistedDocuments?: ReadonlyMap<string, string>;
  /** Whether an error means that the database cannot be reached: such answers are 503 and worth trying again. */
  unavailable?: (cause: unknown) => boolean;
  metrics?: Metrics;
  log: Logger;
}

export interface GraphqlHost {
  /** Ends the sockets and streams of these sessions with 4401, which clients take as "sign in again". */
  endSessions(sessionIds: readonly string[]): void;
  endPerson(personId: string): void;
  /** The sessions that have something open here, for a sweep that looks them up again. */
  openSessions(): string[];
  /** Sockets and streams that are open. */
  openConnections(): number;
  /** Operations that run on them. */
  openOperations(): number;
  closeAll(code: number): void;
  /** A planned stop: nothing new, all connections closed with 1012 in random order, running operations finished. */
  drain(): Promise<void>;
}

/**
 * One schema over three transports with the same rules: POST /graphql, graphql-transport-ws on the same path, and
 * server-sent events at /graphql/stream.
 */
export async function mountGraphql<C extends RequestContext>(
  options: GraphqlOptions<C>,
): Promise<GraphqlHost> {
  const { app, server, schema, authenticate, contextFor, publicUrl, strangersReadSchema } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const log = options.log.child({ part: "graphql" });
  const trustProxy = options.trustProxy ?? 0;
  const origins = { publicUrl, others: options.otherOrigins ?? [] };
  const persisted = options.persistedDocuments ?? new Map<string, string>();
  const unavailable = options.unavailable ?? (() => false);

  const connections = new Connections(limits);
  const measures = options.metrics && measureGraphql(options.metrics, () => connections.size);
  const present = createPresent({
    log,
    unavailable,
    told: (code) => measures?.errors.inc({ code }),
  });
  const gate = new Gate({
    schema,
    limits,
    points: new Points(limits),
    persisted,
    strangersReadSchema,
    fellBack: (reason) => measures?.fallbacks.inc({ reason }),
    holeTold(hole, { viewer }) {
      const { personId, sessionId } = viewer ?? {};
      log.warn({ ...hole, personId, sessionId }, "a client missed something and follows again");
      measures?.clientHoles.inc();
    },
  });
  const ran = (kind: string, seconds: number) => measures?.operations.observe({ kind }, seconds);
  const downgraded = (typename: string) => {
    log.error({ typename }, "a field that is marked as shared asked for the viewer");
    measures?.downgrades.inc({ typename });
  };
  const runner = new Runner<C>({ gate, present, contextFor, ran, downgraded });
  const flusher = new Flusher();
  const callers = new WeakMap<HttpRequest, Arrival>();
  let draining = false;
  const isDraining = () => draining;
  const shared = { gate, runner, present, connections, callers, flusher, isDraining, log };

  const http = await serveHttp(shared);
  const streams = serveStreams(shared);
  const sockets = serveSockets({
    ...shared,
    server,
    path: "/graphql",
    authenticate,
    origins,
    trustProxy,
  });
  const admitting = { gate, present, callers, authenticate, origins, trustProxy };
  app.all(
    "/graphql/stream",
    readBody(gate, present),
    admitCaller({ ...admitting, streams: true }),
    streams.handler,
  );
  app.all(
    "/graphql",
    compressAnswers,
    readBody(gate, present),
    admitCaller({ ...admitting, streams: false }),
    http.handler,
  );

  const watch = setInterval(
    () => {
      const now = performance.now();
      sockets.look(now);
      streams.look(now);
    },
    Math.min(1_000, limits.pingMs / 4, limits.writeMs / 4),
  ).unref();

  return {
    endSessions: (sessionIds) => connections.endSessions(sessionIds),
    endPerson: (personId) => connections.endPerson(personId),
    openSessions: () => connections.sessions(),
    openConnections: () => connections.size,
    openOperations: () => sockets.operations() + streams.operations(),
    closeAll: (code) =>
      connections.closeAll(code, code === closeCodes.tryAgain ? "Try again" : "Closed"),
    async drain() {
      if (draining) return;
      draining = true;
      await connections.disperse({
        ms: limits.drainMs,
        code: closeCodes.restarting,
        reason: "Restarting",
      });
      await runner.idle();
      clearInterval(watch);
      await http.stop();
    },
  };
}
