import type { IncomingHttpHeaders } from "node:http";

/** Headers of a request, of fetch's kind or Node's. */
export type AnyHeaders = Headers | IncomingHttpHeaders;

const bearerToken = /^Bearer +[\w.~+/%=-]+$/i;

/** The headers that say who asks, and no others. Null for a stranger. */
export function credentialsOf(headers: AnyHeaders): Headers | null {
  const told = toldBy(headers);
  if (!told) return null;
  try {
    return new Headers(told);
  } catch {
    return null; // characters that no header may hold
  }
}

/**
 * The one header that says who asks; null for a stranger. A bearer token, where there is one, speaks alone: with a
 * cookie beside it nobody could tell which of two people is meant.
 */
export function toldBy(
  headers: AnyHeaders,
  authorization?: string,
): { authorization: string } | { cookie: string } | null {
  const given = (authorization ?? read(headers, "authorization"))?.trim();
  if (given && /^Bearer\b/i.test(given))
    return bearerToken.test(given) ? { authorization: given } : null;
  const cookie = read(headers, "cookie");
  return cookie ? { cookie } : null;
}

export function read(headers: AnyHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
