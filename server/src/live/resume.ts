import type { Position } from "./cursor.ts";
import type { ResetReason } from "./updates.ts";

/** A cursor further behind than this is answered with Reset: a fresh query costs less. */
const FARTHEST = 5_000;

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
