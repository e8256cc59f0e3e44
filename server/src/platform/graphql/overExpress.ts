import {
  json,
  type ErrorRequestHandler,
  type Request as HttpRequest,
  type RequestHandler,
  type Response,
} from "express";
import { GraphQLError } from "graphql";
import { addressOf } from "../http/address.ts";
import { originAllowed } from "../http/origin.ts";
import type { Viewer } from "./context.ts";
import { badInput, forbidden, unauthenticated } from "./errors.ts";
import { httpHead, type Present } from "./faults.ts";
import type { Arrival, Authenticate } from "./caller.ts";
import type { Gate } from "./gate.ts";

interface Parsed {
  query?: unknown;
  extensions?: unknown;
}

/** Answers with an error before any operation, in the shape of a GraphQL answer. */
function refuse(
  res: Response,
  present: Present,
  error: unknown,
  head?: { status: number; allow?: string },
): void {
  const shown = { errors: [present(error)] };
  const { status, headers } = httpHead(shown);
  if (head?.allow) res.setHeader("allow", head.allow);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  const media = /application\/graphql-response\+json/.test(res.req.get("accept") ?? "")
    ? "application/graphql-response+json"
    : "application/json";
  res
    .status(head?.status ?? status)
    .type(`${media}; charset=utf-8`)
    .send(JSON.stringify(shown));
}

/** POST with a JSON object of at most `bodyBytes`, counted after decompression. */
export function readBody(gate: Gate, present: Present): (RequestHandler | ErrorRequestHandler)[] {
  const form: RequestHandler = (req, res, next) => {
    res.setHeader("cache-control", "no-store");
    if (req.method !== "POST")
      return refuse(res, present, badInput("Send a POST request."), { status: 405, allow: "POST" });
    if (!req.is("application/json"))
      return refuse(res, present, badInput("Send the request as application/json."), {
        status: 415,
      });
    next();
  };
  const failed: ErrorRequestHandler = (error: unknown, req, res, next) => {
    const status =
      typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
    if (res.headersSent || status < 400 || status > 499) return next(error);
    const message =
      status === 413
        ? `A request may have ${gate.limits.bodyBytes} bytes.`
        : "The request's body is no JSON in UTF-8.";
    refuse(res, present, badInput(message), { status });
  };
  return [form, json({ limit: gate.limits.bodyBytes, type: "application/json" }), failed];
}

/** Who asks, from where, and whether the document may be looked at; the text stands in the body from here on. */
export function admitCaller(options: {
  gate: Gate;
  present: Present;
  callers: WeakMap<HttpRequest, Arrival>;
  authenticate: Authenticate;
  origins: { publicUrl: string; others: readonly string[] };
  trustProxy: number;
  streams: boolean;
}): RequestHandler {
  const { gate, present, callers, authenticate, origins, trustProxy, streams } = options;
  return async (req, res, next) => {
    try {
      // A stream can be opened by a form-like request less easily than a page thinks: the origin has to be told.
      if (!originAllowed(req, { ...origins, missing: !streams }))
        throw forbidden("This origin may not use cookies here.");
      const since = performance.now();
      const authorization = req.get("authorization");
      const viewer: Viewer | null = await authenticate(req, authorization);
      if (!viewer && authorization !== undefined) throw unauthenticated();
      const caller: Arrival = { since, viewer, address: addressOf(req, trustProxy), streams };
      gate.knock(caller);
      callers.set(req, caller);
      const body: unknown = req.body;
      if (typeof body === "object" && body !== null && !Array.isArray(body))
        resolveSource(gate, body);
    } catch (error) {
      return refuse(
        res,
        present,
        error,
        error instanceof GraphQLError && codeOf(error) === "PERSISTED_QUERY_NOT_FOUND"
          ? { status: 200 }
          : undefined,
      );
    }
    next();
  };
}

const codeOf = (error: GraphQLError) => error.extensions["code"];

/** Puts the document in the place of its hash, and refuses one that is too long before anybody parses it. */
function resolveSource(gate: Gate, body: Parsed & object): void {
  const { query, extensions } = body;
  if (query !== undefined && query !== null && typeof query !== "string") return;
  if (extensions !== undefined && (typeof extensions !== "object" || Array.isArray(extensions)))
    return;
  const { persistedQuery: _, ...others } = (extensions ?? {}) as Record<string, unknown>;
  body.query = gate.source({ query, extensions: extensions as Record<string, unknown> | null });
  body.extensions = others;
}
