import type { Event, Heard, Of } from "../harness/events.ts";
import type { Evidence } from "./evidence.ts";

/** An answer, and when the stream was asked for that it came on. */
export type Told = Heard & { openedAt: number };

/** What one follower was told between two beginnings. */
export interface Stretch {
  follower: string;
  began: Of<"began">;
  heard: Told[];
  /** It was told to begin anew at the end of this. */
  reset: Heard | null;
  /** It went by its own will before everybody stopped. */
  left: boolean;
}

/** Each follower's histories, cut where it began anew. */
export function stretchesOf({ events }: Evidence): Stretch[] {
  const all: Stretch[] = [];
  const current = new Map<string, Stretch>();
  const opened = new Map<string, number>();
  let quiet = false;
  for (const event of events) {
    if (event.kind === "quiet") quiet = true;
    else if (event.kind === "opened") opened.set(event.follower, event.at);
    else if (event.kind === "began") {
      const stretch = {
        follower: event.follower,
        began: event,
        heard: [],
        reset: null,
        left: false,
      };
      current.set(event.follower, stretch);
      all.push(stretch);
    } else if (event.kind === "heard")
      hear(current.get(event.follower), { ...event, openedAt: opened.get(event.follower) ?? 0 });
    else if (event.kind === "left" && !quiet) leave(current.get(event.follower));
  }
  return all;
}

function hear(stretch: Stretch | undefined, event: Told): void {
  if (event.type === "Reset") {
    if (stretch) stretch.reset = event;
  } else stretch?.heard.push(event);
}

function leave(stretch: Stretch | undefined): void {
  if (stretch) stretch.left = true;
}

/** Followers that were never told anything, and asked. */
export function neverHeard(events: readonly Event[]): string[] {
  const asked = new Set<string>();
  for (const event of events) {
    if (event.kind === "opened") asked.add(event.follower);
    if (event.kind === "began" || event.kind === "left") asked.delete(event.follower);
  }
  return [...asked];
}
