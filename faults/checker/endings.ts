import { controls } from "./due.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import type { Wrongs } from "./wrongs.ts";

const NOTICED_MS = 50_000;
/** A node notices a new epoch by its sweep. */
const EPOCH_MS = 3_000;

/** I13's leftovers, I15, I16, I17 and I18, and the figures that a scenario holds to a bar. */
export function checkEndings(evidence: Evidence, wrongs: Wrongs): void {
  const { events, run } = evidence;
  for (const { follower, why, silentMs } of ofKind(events, "broke"))
    if (why === "" || silentMs > NOTICED_MS + 5_000)
      wrongs.add(
        "broken",
        "I17",
        `${follower} broke with "${why}" after ${silentMs} ms of silence`,
      );
  for (const { node, hubs, followers, holes } of ofKind(events, "references")) {
    if (hubs !== 0 || followers !== 0)
      wrongs.add(
        "broken",
        "I15",
        `node ${node} still holds ${hubs} hubs and ${followers} followers`,
      );
    if (holes !== 0) wrongs.add("broken", "I4", `node ${node} saw ${holes} holes in a log`);
  }
  if (run.planned)
    for (const { writer, n, why } of ofKind(events, "failed"))
      wrongs.add("lost", "I18", `${writer} ${n} failed at a planned restart: ${why}`);
  for (const { found } of ofKind(events, "residue"))
    for (const where of found) wrongs.add("leaked", "I13", `a withdrawn text is still in ${where}`);
  for (const { name, value, most, invariant } of ofKind(events, "figure"))
    if (most !== undefined && !(value <= most) && !run.patient)
      wrongs.add("broken", invariant as "I15", `${name} is ${value}, at most ${most} are good`);
  checkEpochs(evidence, wrongs);
}

/** I16: nothing but Reset on a stream that was asked for by a cursor from before the restore. */
function checkEpochs({ events }: Evidence, wrongs: Wrongs): void {
  const restores = ofKind(events, "restored");
  if (restores.length === 0) return;
  const eras = new Map<string, number>();
  const reset = new Set<string>();
  const asked = new Set<string>();
  for (const event of events) {
    if (event.kind === "opened") {
      eras.set(event.follower, event.era);
      const now = restores.findLast(({ at }) => at <= event.at);
      if (now && event.era < now.era) asked.add(event.follower);
    }
    if (event.kind !== "heard") continue;
    if (event.type === "Reset") reset.add(event.follower);
    const now = restores.findLast(({ at }) => at + EPOCH_MS < event.at);
    if (!now || controls.has(event.type) || (eras.get(event.follower) ?? 0) >= now.era) continue;
    wrongs.add(
      "phantom",
      "I16",
      `${event.follower} was told ${event.seq} by a cursor from before the restore`,
    );
  }
  for (const follower of asked)
    if (!reset.has(follower))
      wrongs.add("broken", "I16", `${follower} came with an old cursor and was never told Reset`);
}
