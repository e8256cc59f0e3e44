import type { IncomingMessage } from "node:http";

const origins = new Map<string, string>();

/** Of an address that the configuration says, of which there are few. */
function originOf(url: string): string {
  let origin = origins.get(url);
  if (origin === undefined) {
    ({ origin } = new URL(url));
    origins.set(url, origin);
  }
  return origin;
}

/**
 * Whether a request may use its cookies here. Browsers send cookies along with what other sites make them do, so a
 * request that carries any must come from our own pages: same origin as the public address, as one of `others`
 * (a development server), or as the host that it asks. A program without cookies may come from anywhere.
 */
export function originAllowed(
  request: IncomingMessage,
  {
    publicUrl,
    others,
    missing,
  }: { publicUrl: string; others: readonly string[]; missing: boolean },
): boolean {
  if (!request.headers.cookie) return true;
  const { origin, host } = request.headers;
  if (origin === undefined) return missing;
  const own = originOf(publicUrl);
  // As browsers write it.
  if (origin === own) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.origin === own || others.includes(from.origin)) return true;
  // The cookies belong to the host, so a page of this very host is ours by whatever name it was reached.
  return host !== undefined && from.host === host.toLowerCase();
}
