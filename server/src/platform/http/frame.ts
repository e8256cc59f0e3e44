import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "../log/log.ts";
import { watchEventLoop } from "../telemetry/eventLoop.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { clientFiles } from "./clientFiles.ts";
import { securityHeaders } from "./headers.ts";
import { type HealthCheck, mountHealth } from "./health.ts";
import { metricsPage } from "./metricsPage.ts";
import { requestIdOf, watchRequests } from "./requests.ts";

export interface FrameOptions {
  publicUrl: string;
  /** How many proxies of ours stand in front. */
  trustProxy: number;
  /** The client's build; null serves none (in development Vite does). */
  clientFolder: string | null;
  checks: readonly HealthCheck[];
  metrics: Metrics;
  /** Lets Prometheus in from other machines. */
  metricsToken: string | null;
  log: Logger;
}

export interface Frame {
  app: Express;
  /** Not listening yet. */
  server: Server;
  /** Adds what comes after all else: the client's files, "nothing here", the last error handler. Call it once. */
  complete(): void;
  /** From now on `/health/ready` says 503, and answers ask for their connection to be closed. */
  beginStop(): void;
}

const nothingHere: RequestHandler = (_req, res) => {
  res.status(404).json({ error: { message: "There is nothing here." } });
};

function lastHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const given =
      typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
    if (given >= 400 && given < 500)
      return void res
        .status(given)
        .json({ error: { message: "This request cannot be understood." } });
    const id = randomUUID();
    log.error({ err: error, errorId: id, requestId: requestIdOf(res) }, "a request failed");
    res.status(500).json({ error: { message: "Something went wrong on our side.", id } });
  };
}

/** The HTTP server and what every answer has in common. Mount on `app`, then call `complete`. */
export function createFrame(options: FrameOptions): Frame {
  const { publicUrl, trustProxy, clientFolder, checks, metrics, metricsToken, log } = options;
  const app = express();
  app.set("trust proxy", trustProxy);
  app.disable("x-powered-by");
  const server = createServer(app);
  // A slow sender of a request holds a socket for so long; longer than any proxy keeps an idle connection.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;

  const loop = watchEventLoop(metrics);
  server.on("close", () => loop.stop());
  let stopping: Date | null = null;
  app.use(watchRequests({ log, metrics, behindProxy: trustProxy > 0 }));
  app.use(securityHeaders({ publicUrl }));
  app.use((_req, res, next) => {
    if (stopping) res.set("connection", "close");
    next();
  });
  mountHealth(app, { checks, stoppingSince: () => stopping, delay: () => loop.delay() });
  app.get("/metrics", metricsPage(metrics, metricsToken));

  return {
    app,
    server,
    complete() {
      const files = clientFolder === null ? null : clientFiles(clientFolder);
      if (files) app.use(files);
      app.use(nothingHere);
      app.use(lastHandler(log));
    },
    beginStop() {
      stopping ??= new Date();
    },
  };
}
