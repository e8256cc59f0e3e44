import type { LogEntry, Span } from "../harness/dump.ts";
import type { Era, Evidence } from "./evidence.ts";
import type { Stretch } from "./stretches.ts";

const aboutThread = [
  "ThreadRenamed",
  "ThreadClosed",
  "ThreadReopened",
  "ThreadPinned",
  "AnswerAccepted",
];
const aboutMessage = ["MessageEdited", "MessageWithdrawn", "MessageRestored", "MessageSent"];

/** What a follower of a thread is told. */
const inThread = new Set([
  ...aboutThread,
  ...aboutMessage,
  "MessagePinned",
  "ReactionsChanged",
  "ThreadAcknowledged",
]);
/** What a follower of a group is told, each by itself. */
const inGroup = new Set([
  ...aboutThread,
  "ThreadStarted",
  "GroupEdited",
  "MemberAdmitted",
  "MemberLeft",
  "MemberRemoved",
  "RoleChanged",
]);
/** What a follower of a group is told as ThreadMoved, one for several. */
const moves = new Set(aboutMessage);

export const controls = new Set(["Live", "Heartbeat", "Skipped", "Reset", "Ended"]);

export const inside = (spans: readonly Span[], seq: number): boolean =>
  spans.some(({ from, to }) => from <= seq && (to === null || seq < to));

/** The log as one follower may and must see it. */
export interface View {
  /** By seq: what an answer with that seq may show. */
  entries: ReadonlyMap<number, LogEntry>;
  /** What has to have been told, by seq. */
  due: ReadonlyMap<number, LogEntry>;
  spans: readonly Span[];
}

/** Reads logs once for all followers of a channel and label. */
export class Views {
  readonly #eras: readonly Era[];
  readonly #logs = new Map<string, LogEntry[]>();

  constructor({ eras }: Evidence) {
    this.#eras = eras;
  }

  of(stretch: Stretch): View {
    const { person, channel, label, era } = stretch.began;
    const spans = (this.#eras[era]?.spans ?? []).filter(
      (span) => span.person === person && span.channel === channel,
    );
    const log = this.#log(channel, label, era);
    return {
      entries: new Map(log.map((entry) => [entry.seq, entry])),
      due: new Map(dueOf(log, stretch, spans).map((entry) => [entry.seq, entry])),
      spans,
    };
  }

  #log(channel: string, label: string | null, era: number): LogEntry[] {
    const key = `${channel} ${label} ${era}`;
    const known = this.#logs.get(key);
    if (known) return known;
    const all = (this.#eras[era]?.log ?? []).filter((entry) => entry.channel === channel);
    const log = label
      ? all.filter((entry) => entry.label === label && inThread.has(entry.name))
      : all.filter(({ name }) => inGroup.has(name) || moves.has(name));
    this.#logs.set(key, log);
    return log;
  }
}

function dueOf(log: readonly LogEntry[], stretch: Stretch, spans: readonly Span[]): LogEntry[] {
  const { began, heard, reset, left } = stretch;
  // Who went, or was told to begin anew, is owed nothing behind the last answer.
  const through = reset || left ? (heard.at(-1)?.seq ?? began.from) : Infinity;
  const own = log.filter(({ seq }) => seq > began.from && seq <= through && inside(spans, seq));
  if (began.label) return own;
  const lastMoves = new Map(
    own.filter(({ name }) => moves.has(name)).map((entry) => [entry.label, entry]),
  );
  return own.filter((entry) => inGroup.has(entry.name) || lastMoves.get(entry.label) === entry);
}

/** The type of answer that an entry is shown as. */
export const shownAs = ({ name }: LogEntry, label: string | null): string =>
  label === null && moves.has(name) ? "ThreadMoved" : name;
