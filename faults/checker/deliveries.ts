import type { Heard } from "../harness/events.ts";
import { controls, inside, shownAs, Views, type View } from "./due.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import { neverHeard, type Stretch } from "./stretches.ts";
import type { Wrongs } from "./wrongs.ts";

export interface Deliveries {
  /** Over all followers: what they had to be told, and what they were. */
  expected: number;
  delivered: number;
  /** Until when the last of what was due had been heard; null when something never was. */
  completeAt: number;
}

/** I5, I7, I8, I9 and I10: everything that is due to each follower, each once, in order, as it is in the log. */
export function checkDeliveries(
  evidence: Evidence,
  stretches: readonly Stretch[],
  wrongs: Wrongs,
): Deliveries {
  const views = new Views(evidence);
  const sum: Deliveries = { expected: 0, delivered: 0, completeAt: 0 };
  for (const stretch of stretches) {
    const view = views.of(stretch);
    const told = checkStretch(stretch, view, wrongs);
    sum.expected += view.due.size;
    sum.delivered += stretch.heard.filter(({ type }) => !controls.has(type)).length;
    for (const [seq, entry] of view.due) {
      const at = told.get(seq);
      if (at === undefined)
        wrongs.add("lost", "I7", `${stretch.follower} was never told ${seq} (${entry.name})`);
      else sum.completeAt = Math.max(sum.completeAt, at);
    }
  }
  for (const follower of neverHeard(evidence.events))
    wrongs.add("lost", "I7", `${follower} was never told anything`);
  if (stretches.length === 0) wrongs.add("lost", "I7", "nobody followed");
  checkResets(evidence, stretches, wrongs);
  return sum;
}

/** Returns when each seq was first told. */
function checkStretch(stretch: Stretch, view: View, wrongs: Wrongs): Map<number, number> {
  const { follower, began, heard } = stretch;
  const told = new Map<number, number>();
  let last = began.from;
  for (const each of heard) {
    const { seq, prev, type } = each;
    // An order of its own for each observer, held against the one log: so it is the same for any two (I5).
    if (prev > last)
      wrongs.add("lost", "I7", `${follower}: ${seq} after ${last} with prev ${prev}`);
    if (controls.has(type)) {
      if (seq < last)
        wrongs.add("outOfOrder", "I5", `${follower} was told ${type} ${seq} after ${last}`);
      if (type === "Skipped") checkSkipped(each, stretch, view, wrongs);
      if (type === "Ended" && inside(view.spans, seq))
        wrongs.add("lost", "I10", `${follower} was told Ended at ${seq}, inside a span`);
    } else {
      if (told.has(seq)) wrongs.add("doubled", "I8", `${follower} was told ${seq} again`);
      else if (seq <= last)
        wrongs.add("outOfOrder", "I5", `${follower} was told ${seq} after ${last}`);
      else told.set(seq, each.at);
      checkShown(each, stretch, view, wrongs);
    }
    last = Math.max(last, seq);
  }
  return told;
}

/** I9 and I10 of one answer. */
function checkShown(each: Heard, { follower, began }: Stretch, view: View, wrongs: Wrongs): void {
  const entry = view.entries.get(each.seq);
  const shown = entry && shownAs(entry, began.label);
  if (!entry || shown !== each.type || (each.message && each.message.messageId !== entry.messageId))
    wrongs.add(
      "phantom",
      "I9",
      `${follower} was told ${each.type} "${each.message?.body ?? ""}" at ${each.seq}, the log has ${shown ?? "nothing for it"} there`,
    );
  if (!inside(view.spans, each.seq))
    wrongs.add("leaked", "I10", `${follower} was told ${each.seq}, which lies outside their spans`);
}

function checkSkipped(each: Heard, { follower }: Stretch, view: View, wrongs: Wrongs): void {
  for (let seq = each.from ?? 0; seq <= (each.to ?? -1); seq++)
    if (inside(view.spans, seq))
      return wrongs.add("lost", "I7", `${follower} was told to skip ${seq}, which is theirs`);
}

/** Only a restore and too long a way are reasons to begin anew. */
function checkResets(evidence: Evidence, stretches: readonly Stretch[], wrongs: Wrongs): void {
  const restored = ofKind(evidence.events, "restored").map(({ at }) => at);
  for (const { follower, reset, heard, began } of stretches) {
    if (!reset) continue;
    const last = heard.at(-1)?.seq ?? began.from;
    const head =
      evidence.eras[began.era]?.log.filter(({ channel }) => channel === began.channel).length ?? 0;
    const fair =
      restored.some((at) => at <= reset.at) ||
      (reset.reason === "TOO_FAR_BEHIND" && head - last > 5_000);
    if (!fair) wrongs.add("lost", "I7", `${follower} was told Reset ${reset.reason} after ${last}`);
  }
}
