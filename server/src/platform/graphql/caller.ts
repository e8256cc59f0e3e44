import type { IncomingMessage } from "node:http";
import type { Viewer } from "./context.ts";

/** What a caller sends, as far as the transport has checked it. */
export interface Request {
  query?: string | null | undefined;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Who sends it, and over what. */
export interface Caller {
  viewer: Viewer | null;
  /** The network address: strangers share their points by it. */
  address: string;
  /** Whether this transport can carry more than one answer. */
  streams: boolean;
}

/** A caller whose viewer was looked up for this request; the look-up began at `since`, by `performance.now()`. */
export interface Arrival extends Caller {
  since: number;
}

/**
 * Who a request comes from: by `authorization` (the header's value, or the one of `connection_init`) when it is
 * given, else by the request's cookies. null for a stranger, and for credentials that are not good.
 */
export type Authenticate = (
  request: IncomingMessage,
  authorization?: string,
) => Promise<Viewer | null>;

/** Whether a body has the shape of a request; what it asks for is another matter. */
export function isRequest(body: unknown): body is Request {
  if (!isRecord(body)) return false;
  const { query, operationName, variables, extensions } = body;
  return (
    [query, operationName].every((text) => text == null || typeof text === "string") &&
    [variables, extensions].every((record) => record == null || isRecord(record))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
