import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

/**
 * The address that a request came from. `proxies` is how many proxies of ours stand in front: each adds one entry to
 * the right of X-Forwarded-For, and what stands further left was written by the client and is not believed.
 */
export function clientAddress(
  request: Pick<IncomingMessage, "headers" | "socket">,
  proxies: number,
): string {
  const socket = request.socket.remoteAddress ?? "unknown";
  const forwarded = [request.headers["x-forwarded-for"] ?? []]
    .flat()
    .flatMap((line) => line.split(","))
    .map((entry) => bare(entry.trim()));
  const way = [...forwarded, bare(socket)];
  const claimed = way[Math.max(0, way.length - 1 - proxies)] ?? "";
  return isIP(claimed) ? claimed : bare(socket);
}

/** Without port, brackets, zone and the prefix of an IPv4 address in IPv6 clothes. */
function bare(entry: string): string {
  const inBrackets = /^\[(?<inner>.+)\](?::\d+)?$/.exec(entry)?.groups?.inner;
  const withoutPort = inBrackets ?? entry.replace(/^([\d.]+):\d+$/, "$1");
  return withoutPort.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "");
}

/** What counts as one caller: an IPv4 address, or the /64 of an IPv6 address, which one household holds whole. */
export function callerOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const words = [...before, ...Array<string>(zeros).fill("0"), ...after];
  return words
    .slice(0, 4)
    .map((word) => word.replace(/^0+(?=.)/, ""))
    .join(":");
}
