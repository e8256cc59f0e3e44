import { ofKind, type Evidence } from "./evidence.ts";
import type { Stretch } from "./stretches.ts";
import type { Wrongs } from "./wrongs.ts";

/** I19: the first snapshot with every update behind it is the fresh snapshot. */
export function checkFolds(
  { events }: Evidence,
  stretches: readonly Stretch[],
  wrongs: Wrongs,
): void {
  const snapshots = Map.groupBy(ofKind(events, "snapshot"), ({ follower }) => follower);
  for (const [follower, own] of snapshots) {
    // Who was told to begin anew did so from another one.
    const first = own.findLast(({ which }) => which === "first");
    const fresh = own.findLast(({ which }) => which === "fresh");
    if (!first || !fresh) {
      wrongs.add("broken", "I19", `${follower} has no two snapshots to compare`);
      continue;
    }
    const state = { ...first.state };
    const since = stretches.filter(
      (each) => each.follower === follower && each.began.at >= first.at,
    );
    for (const { began, heard } of since)
      for (const { message, state: shown } of heard)
        if (shown !== undefined) state[message?.messageId ?? began.label ?? ""] = shown;
    for (const id of new Set([...Object.keys(state), ...Object.keys(fresh.state)]))
      if (state[id] !== fresh.state[id])
        wrongs.add(
          "broken",
          "I19",
          `${follower} folds ${id} to ${state[id]}, a fresh look shows ${fresh.state[id]}`,
        );
  }
}
