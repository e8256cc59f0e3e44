import { isLoopback } from "../limits/clientAddress.ts";

/**
 * Where a browser's request may come from: the public address. On one's own machine every loopback name and port is
 * as good as the other, since people type either and development has more than one.
 */
export function trustedOrigins(publicUrl: string): string[] {
  const { origin, hostname, protocol } = new URL(publicUrl);
  if (!isLoopback(hostname)) return [origin];
  const names = ["localhost", "127.0.0.1", "[::1]"];
  return [origin, ...names.map((name) => `${protocol}//${name}:*`)];
}
