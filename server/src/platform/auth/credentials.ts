import type { IncomingHttpHeaders } from "node:http";

/** Headers of a request, of fetch's kind or Node's. */
export type AnyHeaders = Headers | IncomingHttpHeaders;

const bearerToken = /^Bearer +[\w.~+/%=-]+$/i;

/**
 * The headers that say who asks, and no others. A bearer token, where there is one, speaks alone: with a cookie beside
 * it nobody could tell which of two people is meant. Null for a stranger.
 */
export function credentialsOf(headers: AnyHeaders, authorization?: string): Headers | null {
  const given = authorization ?? read(headers, "authorization");
  if (given && /^Bearer\b/i.test(given.trim())) {
    return bearerToken.test(given.trim()) ? new Headers({ authorization: given.trim() }) : null;
  }
  const cookie = read(headers, "cookie");
  if (!cookie) return null;
  try {
    return new Headers({ cookie });
  } catch {
    return null; // characters that no header may hold
  }
}

export function read(headers: AnyHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
