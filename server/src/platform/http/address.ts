import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * The network address of the caller behind `trustProxy` proxies of ours; further entries of X-Forwarded-For are
 * the caller's own words. Of an IPv6 address only the first 64 bits, which is what one household or phone has.
 */
export function addressOf(request: IncomingMessage, trustProxy: number): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  const chain = [...forwarded, request.socket.remoteAddress ?? "unknown"];
  const address = (chain.at(-1 - Math.min(trustProxy, chain.length - 1)) ?? "unknown").replace(
    /^::ffff:/i,
    "",
  );
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail?.split(":").filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(Math.max(0, gap)).fill("0"), ...last].slice(0, 4).join(":");
}
