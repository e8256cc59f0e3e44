import type { ResetReason } from "./updates.ts";

const VERSION = "1";
/** A cursor further behind than this is answered with Reset: a fresh query costs less. */
const FARTHEST = 5_000;

/** A place in one channel's log under one epoch. It carries no right and no secret. */
export interface Position {
  epoch: string;
  channelId: string;
  seq: number;
}

export function writeCursor({ epoch, channelId, seq }: Position): string {
  return Buffer.from(`${VERSION}.${epoch}.${channelId}.${seq}`).toString("base64url");
}

/** The position in a cursor, or null when the text is none of this version's. */
export function readCursor(cursor: string): Position | null {
  if (cursor.length > 200) return null;
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const [version, epoch, channelId, digits, ...rest] = text.split(".");
  if (version !== VERSION || !epoch || !channelId || !digits || rest.length > 0) return null;
  if (!/^(0|[1-9]\d{0,9})$/.test(digits)) return null;
  return { epoch, channelId, seq: Number(digits) };
}

/** Why one cannot go on from a cursor in the log that `hub` reads; null when one can. */
export function problemWith(
  at: Position | null,
  { hub, epoch }: { hub: { channelId: string; head: number; floor: number }; epoch: string },
): ResetReason | null {
  if (!at) return "BAD_CURSOR";
  if (at.epoch !== epoch) return "OLD_EPOCH";
  if (at.channelId !== hub.channelId) return "FOREIGN_CURSOR";
  if (at.seq > hub.head) return "BAD_CURSOR";
  return at.seq < Math.max(hub.head - FARTHEST, hub.floor) ? "TOO_FAR_BEHIND" : null;
}
