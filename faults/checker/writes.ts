import type { LogEntry } from "../harness/dump.ts";
import type { Of } from "../harness/events.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import type { Wrongs } from "./wrongs.ts";

type Sent = Of<"sent">;

const idOf = ({ writer, n }: { writer: string; n: number }) => `${writer} ${n}`;

/** The messages that a restore took back: said after the backup and before the restore. */
function takenBack({ events }: Evidence): (at: number) => boolean {
  const restores = ofKind(events, "restored");
  return (at) => restores.some((each) => at > each.backupAt && at <= each.at);
}

/** I1, I2, I3, I6 and I12: what was asked for against what is in the log. */
export function checkWrites(evidence: Evidence, wrongs: Wrongs): void {
  const { events, eras } = evidence;
  const log = eras.at(-1)?.log ?? [];
  const messages = log.filter(({ name }) => name === "MessageSent");
  const withdrawn = new Set(
    log.flatMap(({ name, messageId }) => (name === "MessageWithdrawn" ? [messageId] : [])),
  );
  const sent = new Map(ofKind(events, "sent").map((each) => [idOf(each), each]));
  const byId = new Map(messages.map((entry) => [entry.messageId, entry]));
  checkKeys(messages, wrongs);
  checkAcknowledged(evidence, { sent, byId, withdrawn }, wrongs);
  checkOrigin(evidence, { sent, messages, withdrawn }, wrongs);
  checkOrder(evidence, { sent, messages }, wrongs);
}

/** I2 in the log: one author and key, one message. */
function checkKeys(messages: readonly LogEntry[], wrongs: Wrongs): void {
  const seen = new Map<string, LogEntry>();
  for (const entry of messages) {
    const key = `${entry.author} ${entry.key}`;
    const before = seen.get(key);
    if (before)
      wrongs.add("doubled", "I2", `the log has key ${entry.key} at ${before.seq} and ${entry.seq}`);
    seen.set(key, entry);
  }
}

interface Known {
  sent: ReadonlyMap<string, Sent>;
  byId: ReadonlyMap<string | null, LogEntry>;
  withdrawn: ReadonlySet<string | null>;
}

/** I1, I3, and I2 in the answers. */
function checkAcknowledged(
  evidence: Evidence,
  { sent, byId, withdrawn }: Known,
  wrongs: Wrongs,
): void {
  const excused = takenBack(evidence);
  const answers = new Map<string, string>();
  for (const acked of ofKind(evidence.events, "acked")) {
    const id = idOf(acked);
    const before = answers.get(id);
    if (before && before !== acked.messageId)
      wrongs.add("doubled", "I2", `${id} was acknowledged as ${before} and ${acked.messageId}`);
    answers.set(id, acked.messageId);
    if (excused(acked.at) || excused(sent.get(id)?.at ?? 0)) continue;
    const entry = byId.get(acked.messageId);
    const wanted = sent.get(id);
    if (!entry) wrongs.add("lost", "I1", `${id} was acknowledged and is not in the log`);
    else if (entry.body === "" && withdrawn.has(entry.messageId)) continue;
    else if (entry.body === "")
      wrongs.add("lost", "I1", `${id} is empty in the log without a trace`);
    else if (entry.body !== wanted?.body || entry.key !== wanted.key)
      wrongs.add("lost", "I3", `${id} was acknowledged, and the log has "${entry.body}" instead`);
  }
}

/** I9 in the log: what is there, somebody has sent, and it was not refused. */
function checkOrigin(
  { events }: Evidence,
  {
    sent,
    messages,
    withdrawn,
  }: { messages: readonly LogEntry[] } & Pick<Known, "sent" | "withdrawn">,
  wrongs: Wrongs,
): void {
  const wishes = Map.groupBy(sent.values(), ({ person, key }) => `${person} ${key}`);
  const refused = new Set(ofKind(events, "refused").map(idOf));
  for (const { author, key, body, seq, messageId } of messages) {
    const own = wishes.get(`${author} ${key}`) ?? [];
    const wish = own.find((each) => each.body === body);
    if (own.length > 0 && body === "" && withdrawn.has(messageId)) continue;
    if (!wish) wrongs.add("phantom", "I9", `the log has "${body}" at ${seq}, which nobody sent`);
    else if (refused.has(idOf(wish)))
      wrongs.add("phantom", "I3", `the log has "${body}" at ${seq}, which was refused`);
  }
}

/** I6 and I12. */
function checkOrder(
  { events, eras }: Evidence,
  { sent, messages }: { sent: ReadonlyMap<string, Sent>; messages: readonly LogEntry[] },
  wrongs: Wrongs,
): void {
  const acked = new Set(ofKind(events, "acked").map(idOf));
  const wishes = new Map(
    [...sent.values()].map((each) => [`${each.person} ${each.key} ${each.body}`, each]),
  );
  const last = new Map<string, Sent>();
  for (const { author, key, body, seq, channel } of messages) {
    const wish = wishes.get(`${author} ${key} ${body}`);
    if (!wish) continue;
    if (wish.channel === channel && wish.read >= seq && eras.length === 1)
      wrongs.add(
        "outOfOrder",
        "I12",
        `${idOf(wish)} was sent after ${wish.read} was read and is at ${seq}`,
      );
    // One that was given up and taken after all has no order: its writer went on without waiting for it.
    const before = last.get(`${wish.writer} ${channel}`);
    if (before && before.n > wish.n && acked.has(idOf(wish)))
      wrongs.add("outOfOrder", "I6", `${idOf(wish)} is in the log behind message ${before.n}`);
    if (!before || before.n < wish.n) last.set(`${wish.writer} ${channel}`, wish);
  }
}
