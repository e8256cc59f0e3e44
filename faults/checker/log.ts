import type { Evidence } from "./evidence.ts";
import type { Wrongs } from "./wrongs.ts";

/** I4: each channel's seqs are exactly 1 to its head. */
export function checkLog({ eras }: Evidence, wrongs: Wrongs): void {
  for (const { log } of eras)
    for (const [channel, entries] of Map.groupBy(log, (entry) => entry.channel)) {
      const wrong = entries.findIndex(({ seq }, i) => seq !== i + 1);
      if (wrong < 0) continue;
      const { seq } = entries[wrong];
      wrongs.add(
        "outOfOrder",
        "I4",
        `the log of ${channel} has ${seq} in the place of ${wrong + 1}`,
      );
    }
}
