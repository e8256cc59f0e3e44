import { createHmac, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { toldBy } from "./credentials.ts";

/** `__Host-` binds the cookie to the very host; browsers take it only by https. */
export function cookiePrefix(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? "__Host-baraza" : "baraza";
}

/** The signed token that somebody tells: the bearer token itself, or the session's cookie. */
export function signedTokenIn(
  told: NonNullable<ReturnType<typeof toldBy>>,
  publicUrl: string,
): string | null {
  if ("authorization" in told) return told.authorization.replace(/^Bearer +/i, "");
  const start = `${cookiePrefix(publicUrl)}.session_token=`;
  for (const part of told.cookie.split(";")) {
    const cookie = part.trim();
    if (cookie.startsWith(start)) return cookie.slice(start.length);
  }
  return null;
}

/** Signatures that are remembered to be good. */
const KEPT = 10_000;

/** `verifiedToken` for one secret. A good signature stays good for ever, so what was verified is not worked out again. */
export function tokenVerifier(secret: string): (signed: string) => string | null {
  const verified = new LRUCache<string, string>({ max: KEPT });
  return (signed) => {
    const known = verified.get(signed);
    if (known !== undefined) return known;
    const token = verifiedToken(signed, secret);
    if (token !== null) verified.set(signed, token);
    return token;
  };
}

/**
 * The session's token out of `token.signature`, as the library signs its cookies: HMAC-SHA-256 in base64, the whole
 * percent-encoded or not. Null when the signature is not ours.
 */
export function verifiedToken(signed: string, secret: string): string | null {
  let plain: string;
  try {
    plain = decodeURIComponent(signed);
  } catch {
    return null;
  }
  const dot = plain.lastIndexOf(".");
  if (dot < 1) return null;
  const token = plain.slice(0, dot);
  const expected = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  const given = Buffer.from(plain.slice(dot + 1));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
