import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Logger } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";

const GIVEN = /^[\w-]{8,64}$/;

/** The id under which this request stands in the log; also in the answer's `X-Request-Id`. */
export const requestIdOf = (res: Response): string => String(res.getHeader("x-request-id"));

// Links carry tokens in their paths. Names of places are short, tokens are not.
const withoutTokens = (path: string) =>
  path
    .split("/")
    .map((part) => (part.length > 20 ? "…" : part))
    .join("/")
    .slice(0, 100);

const kinds = new Set(["graphql", "api", "health", "metrics", "files", "assets"]);

/** A label with few values. */
function kindOf(path: string): string {
  const first = path.split("/", 2)[1] ?? "";
  return kinds.has(first) ? first : "page";
}

/** Gives each request an id, and writes one line about it when it is answered: never its query, body or cookies. */
export function watchRequests(options: {
  log: Logger;
  metrics: Metrics;
  /** Whether a proxy of ours stands in front, whose ids are believed. */
  behindProxy: boolean;
}): RequestHandler {
  const { log, metrics, behindProxy } = options;
  const duration = metrics.histogram({
    name: "baraza_http_request_seconds",
    help: "Time from a request to the end of its answer",
    labels: ["kind", "method", "status"],
  });
  return (req, res, next) => {
    const given = req.get("x-request-id");
    const id = behindProxy && given && GIVEN.test(given) ? given : randomUUID();
    res.setHeader("x-request-id", id);
    const startedAt = performance.now();
    const { method, path } = req;
    res.on("close", () => {
      const ms = performance.now() - startedAt;
      const status = res.writableFinished ? res.statusCode : 499;
      const kind = kindOf(path);
      duration.observe({ kind, method, status: String(status) }, ms / 1000);
      const level =
        status >= 500 ? "warn" : kind === "graphql" || kind === "api" ? "info" : "debug";
      log[level](
        { requestId: id, method, path: withoutTokens(path), status, ms: Math.round(ms) },
        "request",
      );
    });
    next();
  };
}
