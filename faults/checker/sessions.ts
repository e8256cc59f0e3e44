import { controls } from "./due.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import type { Wrongs } from "./wrongs.ts";

const WITH_REDIS_MS = 1_000;
const WITHOUT_REDIS_MS = 6_000;
/** An answer without a time of the database's is judged by when it came here, where others work too. */
const SLACK_MS = 1_000;

/** I11: no frame on a revoked session. */
export function checkSessions({ events }: Evidence, wrongs: Wrongs): void {
  const until = new Map<string, number>();
  for (const { at, session } of ofKind(events, "revoked"))
    until.set(session, at + boundAt(at, { events }));
  const sessions = new Map<string, string>();
  for (const event of events) {
    if (event.kind === "opened") sessions.set(event.follower, event.session);
    if (event.kind !== "heard") continue;
    const session = sessions.get(event.follower) ?? "";
    const end = until.get(session) ?? Infinity;
    // What was said before the end may come late over a bad link; what was said after it may not come at all.
    const at = controls.has(event.type) ? event.at - SLACK_MS : event.said;
    if (at > end)
      wrongs.add(
        "leaked",
        "I11",
        `${event.follower} was told ${event.type} ${event.seq} on ${session}, ${Math.round(at - end)} ms too late`,
      );
  }
}

/** How long a session may outlive its end that was said at `at`. */
function boundAt(at: number, { events }: Pick<Evidence, "events">): number {
  const near = ofKind(events, "fault").filter(
    (fault) => fault.at < at + WITHOUT_REDIS_MS && fault.until > at - WITHOUT_REDIS_MS,
  );
  if (near.every((fault) => fault.of === "load" || fault.of === "clock")) return WITH_REDIS_MS;
  // Without PostgreSQL, or over a link that holds everything, nobody can know; its time counts besides.
  const blind = near.filter((fault) => fault.of === "postgres" || fault.of === "link");
  return WITHOUT_REDIS_MS + blind.reduce((sum, fault) => sum + fault.until - fault.at, 0);
}
