import type { Request } from "./caller.ts";

/** What a client missed, as it says itself: it had everything up to `last`, and heard `seq` with a `prev` beyond. */
export interface ClientHole {
  last: number;
  prev: number;
  seq: number;
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/**
 * A client that gets an answer which does not follow on what it has subscribes again from its own cursor, and says so
 * in `extensions.hole` of that one request. It changes nothing in what is answered; what makes no sense is passed over.
 */
export function readHole(extensions: Request["extensions"]): ClientHole | null {
  const hole = extensions?.["hole"];
  if (typeof hole !== "object" || hole === null) return null;
  const { last, prev, seq } = hole as Record<string, unknown>;
  if (!isCount(last) || !isCount(prev) || !isCount(seq)) return null;
  return last < prev && prev <= seq ? { last, prev, seq } : null;
}
