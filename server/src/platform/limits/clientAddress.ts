import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

type AddressedRequest = Pick<IncomingMessage, "headers" | "socket">;

/**
 * The address that a request came from. `proxies` is how many proxies of ours stand in front: each adds one entry to
 * the right of X-Forwarded-For, and what stands further left was written by the client and is not believed.
 */
export function clientAddress(request: AddressedRequest, proxies: number): string {
  const way = wayOf(request);
  const claimed = way[Math.max(0, way.length - 1 - proxies)] ?? "";
  return isIP(claimed) ? claimed : (way.at(-1) ?? "");
}

/** Whether a request was sent on this machine: each step it says it took, and the last one, which is certain. */
export function isFromHere(request: AddressedRequest): boolean {
  return wayOf(request).every(isLoopback);
}

/** A name or an address that means this machine, as it stands in a URL or in a socket. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** From the client, as it says itself, to the neighbour, as the socket knows. */
function wayOf(request: AddressedRequest): string[] {
  const forwarded = [request.headers["x-forwarded-for"] ?? []]
    .flat()
    .flatMap((line) => line.split(","));
  return [...forwarded, request.socket.remoteAddress ?? ""].map((entry) => bare(entry.trim()));
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
