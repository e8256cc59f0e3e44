import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import type { Metrics } from "../telemetry/metrics.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** From this machine itself, and not through a proxy on it. */
const isLocal = ({ socket, headers }: Request) =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "") &&
  headers["x-forwarded-for"] === undefined &&
  headers["forwarded"] === undefined;

/** Prometheus reads from this machine, or with `token`; for anyone else there is nothing here. */
export function metricsPage(metrics: Metrics, token: string | null): RequestHandler {
  const wanted = token && digest(`Bearer ${token}`);
  return async (req, res) => {
    const given = digest(req.get("authorization") ?? "");
    const allowed = wanted ? timingSafeEqual(given, wanted) || isLocal(req) : isLocal(req);
    if (!allowed)
      return void res.status(404).json({ error: { message: "There is nothing here." } });
    const { type, text } = await metrics.print();
    res.set("content-type", type).send(text);
  };
}
