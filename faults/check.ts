import type { Event } from "./history.ts";
import type { LogEntry } from "./log.ts";

export interface Verdict {
  sent: number;
  acknowledged: number;
  /** Sent and never acknowledged: may be in the log or not. */
  unknown: number;
  inLog: number;
  /** Over all followers: what they had to be told, and what they were. */
  expected: number;
  delivered: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  phantom: number;
  /** Milliseconds from the commit to the follower. */
  p50: number;
  p99: number;
  max: number;
  /** The longest that a follower heard nothing after a fault was over. */
  recoverMs: number;
  resumed: number;
  /** Nodes that ended by themselves. */
  died: number;
  faults: Record<string, number>;
  /** What is wrong, in words; the first of each kind. */
  findings: string[];
}

/** The wrongs that must be none. */
type Wrong = "lost" | "doubled" | "outOfOrder" | "phantom";

type Of<Kind extends Event["kind"]> = Extract<Event, { kind: Kind }>;

const of = <Kind extends Event["kind"]>(events: readonly Event[], kind: Kind) =>
  events.filter((event): event is Of<Kind> => event.kind === kind);

/** Judges a run by what was written down and by the log alone. `log` is the whole channel; `label` is the thread. */
export function check(events: readonly Event[], log: readonly LogEntry[], label: string): Verdict {
  const wrongs = new Wrongs();
  const messages = log.filter((entry) => entry.name === "MessageSent" && entry.label === label);
  checkLog(log, wrongs);
  checkWrites(events, messages, wrongs);
  const followers = Map.groupBy(
    events.filter((event) => event.kind === "began" || event.kind === "heard"),
    ({ follower }) => follower,
  );
  let expected = 0;
  for (const [name, own] of followers) expected += checkFollower(name, own, messages, wrongs);
  if (followers.size === 0) wrongs.add("lost", "nobody followed");
  const heard = of(events, "heard").filter(({ type }) => type === "MessageSent");
  const delays = heard.map(({ at, said }) => Math.max(0, at - said)).toSorted((a, b) => a - b);
  const share = (part: number) => delays[Math.ceil(delays.length * part) - 1] ?? 0;
  const sent = of(events, "sent").length;
  const acknowledged = of(events, "acked").length;
  const died = of(events, "died");
  return {
    sent,
    acknowledged,
    unknown: sent - acknowledged,
    inLog: messages.length,
    expected,
    delivered: heard.length,
    ...wrongs.counts,
    p50: share(0.5),
    p99: share(0.99),
    max: share(1),
    recoverMs: longestSilence(events, heard),
    resumed: of(events, "broke").length,
    died: died.length,
    faults: Object.fromEntries(
      [...Map.groupBy(of(events, "fault"), ({ name }) => name)].map(([name, all]) => [
        name,
        all.length,
      ]),
    ),
    findings: [...wrongs.findings, ...died.map(({ words }) => `a node died: ${words}`)],
  };
}

/** Whether the run keeps the promise. */
export function isClean(verdict: Verdict): boolean {
  const { lost, doubled, outOfOrder, phantom, died, acknowledged } = verdict;
  return lost + doubled + outOfOrder + phantom + died === 0 && acknowledged > 0;
}

class Wrongs {
  readonly counts: Record<Wrong, number> = { lost: 0, doubled: 0, outOfOrder: 0, phantom: 0 };
  readonly findings: string[] = [];

  add(wrong: Wrong, finding: string): void {
    this.counts[wrong] += 1;
    if (this.counts[wrong] <= 5) this.findings.push(`${wrong}: ${finding}`);
  }
}

/** The channel's seqs are exactly 1 to the head. */
function checkLog(log: readonly LogEntry[], wrongs: Wrongs): void {
  for (const [i, { seq }] of log.entries())
    if (seq !== i + 1)
      return wrongs.add("outOfOrder", `the log has ${seq} in the place of ${i + 1}`);
}

/** What was acknowledged is in the log, once, as it was sent; nothing else is; each writer's in its order. */
function checkWrites(
  events: readonly Event[],
  messages: readonly LogEntry[],
  wrongs: Wrongs,
): void {
  const entries = Map.groupBy(messages, ({ body }) => body);
  const sent = new Map(of(events, "sent").map((each) => [`${each.writer} ${each.n}`, each]));
  for (const { writer, n, messageId } of of(events, "acked")) {
    const { body } = sent.get(`${writer} ${n}`) ?? { body: null };
    if (!entries.get(body)?.some((entry) => entry.messageId === messageId))
      wrongs.add("lost", `${writer}'s message ${n} was acknowledged and is not in the log`);
  }
  for (const [body, same] of entries)
    for (const { seq } of same.slice(1))
      wrongs.add("doubled", `the log has "${body}" again at ${seq}`);
  const bodies = new Map([...sent.values()].map((each) => [each.body, each]));
  const last = new Map<string, number>();
  for (const { seq, body } of messages) {
    const of_ = bodies.get(body ?? "");
    if (!of_) {
      wrongs.add("phantom", `the log has "${body}" at ${seq}, which nobody sent`);
      continue;
    }
    if (of_.n < (last.get(of_.writer) ?? 0))
      wrongs.add("outOfOrder", `${of_.writer}'s message ${of_.n} is in the log behind a later one`);
    last.set(of_.writer, of_.n);
  }
}

/** Everything behind where the follower began, each once, in order, as it is in the log. Returns how much that was. */
function checkFollower(
  name: string,
  own: readonly (Of<"began"> | Of<"heard">)[],
  messages: readonly LogEntry[],
  wrongs: Wrongs,
): number {
  const from = own.find((event) => event.kind === "began")?.seq ?? 0;
  const due = new Map(messages.filter(({ seq }) => seq > from).map((entry) => [entry.seq, entry]));
  const told = new Set<number>();
  let last = from;
  for (const event of own) {
    if (event.kind === "began") continue;
    const { type, seq, prev, messageId, body } = event;
    if (type === "Reset" || type === "Ended")
      wrongs.add("lost", `${name} was told ${type} at ${seq}`);
    if (prev > last) wrongs.add("lost", `${name} was told ${seq} after ${last} with prev ${prev}`);
    if (type === "MessageSent") {
      const entry = due.get(seq);
      if (!entry || entry.messageId !== messageId || entry.body !== body)
        wrongs.add("phantom", `${name} was told "${body}" at ${seq}, the log has "${entry?.body}"`);
      if (told.has(seq)) wrongs.add("doubled", `${name} was told ${seq} again`);
      else if (seq <= last) wrongs.add("outOfOrder", `${name} was told ${seq} after ${last}`);
      told.add(seq);
    } else if (seq < last)
      wrongs.add("outOfOrder", `${name} was told ${type} ${seq} after ${last}`);
    last = Math.max(last, seq);
  }
  for (const seq of due.keys())
    if (!told.has(seq)) wrongs.add("lost", `${name} was never told ${seq}`);
  return due.size;
}

/** From the end of a fault until the last follower hears something said after it. */
function longestSilence(events: readonly Event[], heard: readonly Of<"heard">[]): number {
  const streams = [...Map.groupBy(heard, ({ follower }) => follower).values()];
  let longest = 0;
  for (const { until } of of(events, "fault"))
    for (const stream of streams) {
      const next = stream.find(({ said }) => said >= until);
      if (next) longest = Math.max(longest, next.at - until);
    }
  return longest;
}
