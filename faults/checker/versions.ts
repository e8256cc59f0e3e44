import type { LogEntry } from "../harness/dump.ts";
import type { Shown } from "../harness/events.ts";
import { ofKind, type Evidence } from "./evidence.ts";
import type { Stretch } from "./stretches.ts";
import type { Wrongs } from "./wrongs.ts";

/** How each message may look: its texts by version, where it was withdrawn, and where that was taken back. */
interface Past {
  texts: Map<number, Set<string>>;
  withdrawn: LogEntry[];
  restored: LogEntry[];
}

function pastsOf({ events, eras }: Evidence): Map<string, Past> {
  const pasts = new Map<string, Past>();
  const of = (id: string): Past => {
    const past = pasts.get(id) ?? { texts: new Map(), withdrawn: [], restored: [] };
    pasts.set(id, past);
    return past;
  };
  const text = (id: string, version: number, body: string) => {
    const { texts } = of(id);
    texts.set(version, (texts.get(version) ?? new Set()).add(body));
  };
  const bodies = Map.groupBy(ofKind(events, "sent"), ({ person, key }) => `${person} ${key}`);
  for (const entry of eras.flatMap(({ log }) => log)) {
    if (!entry.messageId) continue;
    if (entry.name === "MessageWithdrawn") of(entry.messageId).withdrawn.push(entry);
    if (entry.name === "MessageRestored") of(entry.messageId).restored.push(entry);
    if (entry.name !== "MessageSent") continue;
    if (entry.body) text(entry.messageId, 1, entry.body);
    // The log's text may be gone by now; what was sent under this key is what it was.
    else
      for (const { body } of bodies.get(`${entry.author} ${entry.key}`) ?? [])
        text(entry.messageId, 1, body);
  }
  for (const { messageId, version, body } of ofKind(events, "edit")) text(messageId, version, body);
  // What is taken back counts as a new version of the same text.
  for (const [id, { texts, restored }] of pasts)
    for (const { version } of restored)
      if (version) for (const body of texts.get(version - 1) ?? []) text(id, version, body);
  return pasts;
}

/** I13, and the bodies of I9: each message is shown as it was at some time, and never as it was before. */
export function checkVersions(
  evidence: Evidence,
  stretches: readonly Stretch[],
  wrongs: Wrongs,
): void {
  const pasts = pastsOf(evidence);
  const versions = new Map(
    evidence.eras.flatMap(({ log }, era) =>
      log.map((entry) => [`${era} ${entry.channel} ${entry.seq}`, entry.version] as const),
    ),
  );
  for (const { follower, began, heard } of stretches) {
    const seen = new Map<string, Shown>();
    for (const { message, seq, openedAt, type } of heard) {
      if (!message) continue;
      const who = `${follower} at ${seq}`;
      checkText(who, message, pasts.get(message.messageId), wrongs);
      checkGone(who, { message, seq, openedAt }, pasts.get(message.messageId), wrongs);
      const before = seen.get(message.messageId)?.version ?? 0;
      const stated = versions.get(`${began.era} ${began.channel} ${seq}`) ?? 0;
      if (message.version < Math.max(before, stated))
        wrongs.add(
          "outOfOrder",
          "I13",
          `${who} was shown version ${message.version} by ${type} after ${Math.max(before, stated)}`,
        );
      seen.set(message.messageId, message);
    }
  }
}

function checkText(who: string, shown: Shown, past: Past | undefined, wrongs: Wrongs): void {
  const right = shown.gone
    ? shown.body === "" && (past?.withdrawn.length ?? 0) > 0
    : past?.texts.get(shown.version)?.has(shown.body);
  if (!right)
    wrongs.add(
      "phantom",
      "I9",
      `${who} was shown "${shown.body}" as version ${shown.version}, which nobody wrote so`,
    );
}

/** A withdrawn text is not shown behind its withdrawal, nor to who asks five seconds later, unless that was taken back. */
function checkGone(
  who: string,
  { message, seq, openedAt }: { message: Shown; seq: number; openedAt: number },
  past: Past | undefined,
  wrongs: Wrongs,
): void {
  const last = past?.withdrawn.at(-1);
  if (message.gone || !last || past?.restored.some((each) => each.seq > last.seq)) return;
  // On a stream from before it may have been on its way for as long as a link held it.
  if (seq >= last.seq || openedAt > last.at + 5_000)
    wrongs.add("leaked", "I13", `${who} was shown a text that was withdrawn at ${last.seq}`);
}
