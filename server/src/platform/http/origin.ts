import type { IncomingMessage } from "node:http";

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
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.origin === new URL(publicUrl).origin || others.includes(from.origin)) return true;
  // The cookies belong to the host, so a page of this very host is ours by whatever name it was reached.
  return host !== undefined && from.host === host.toLowerCase();
}
