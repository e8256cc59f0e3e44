import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * The network address of the caller behind `trustProxy` proxies of ours; further entries of X-Forwarded-For are
 * the caller's own words. Of an IPv6 address only the first 64 bits, which is what one household or phone has.
 */
export function addressOf(request: IncomingMessage, trustProxy: number): string {
  const address = told(request, trustProxy).replace(/^::ffff:/i, "");
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail?.split(":").filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(Math.max(0, gap)).fill("0"), ...last].slice(0, 4).join(":");
}

function told({ headers, socket }: IncomingMessage, trustProxy: number): string {
  const header = trustProxy > 0 ? headers["x-forwarded-for"] : undefined;
  const forwarded = String(header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  // The system is asked for the peer's address, so only when nobody in front has told it.
  const entry = forwarded.at(-Math.min(trustProxy, forwarded.length));
  return (forwarded.length > 0 && entry) || (socket.remoteAddress ?? "unknown");
}
