import type { LogEntry, Span } from "../../harness/dump.ts";
import type { Event, Heard, Shown } from "../../harness/events.ts";
import type { Evidence } from "../evidence.ts";

const channel = "channel";
const thread = "thread";
const people = { a: "Amina", b: "Bwalya", f: "Farai", g: "Grace" };

/** Entries happen ten milliseconds apart. */
export const entry = (seq: number, rest: Partial<LogEntry> = {}): LogEntry => ({
  channel,
  seq,
  name: "MessageSent",
  label: thread,
  messageId: `m${seq}`,
  author: null,
  key: null,
  body: null,
  version: null,
  at: seq * 10,
  ...rest,
});

const said = (seq: number, writer: "a" | "b", n: number): LogEntry =>
  entry(seq, { author: people[writer], key: `${writer}${n}`, body: `${writer} ${n}.` });

export const heard = (
  follower: string,
  of: LogEntry,
  prev: number,
  rest: Partial<Heard> = {},
): Heard => ({
  kind: "heard",
  at: of.at + 5,
  follower,
  type: of.name,
  seq: of.seq,
  prev,
  said: of.at,
  message: { messageId: of.messageId ?? "", body: of.body ?? "", version: 1, gone: false },
  ...rest,
});

export const control = (
  follower: string,
  type: string,
  seq: number,
  rest: Partial<Heard> = {},
): Heard => ({
  ...heard(follower, entry(seq), seq),
  type,
  message: null,
  ...rest,
});

/**
 * Two writers, two followers, six messages of which one is edited and one withdrawn; entries of another thread and
 * of another channel lie between. One follower was a while outside. Nothing is wrong.
 */
export function goodRun(): Evidence {
  const first = entry(1, { name: "ThreadStarted", messageId: null });
  const elsewhere = entry(4, {
    label: "another thread",
    body: "c 1.",
    author: "Chipo",
    key: "c1",
  });
  const edited = entry(9, { name: "MessageEdited", messageId: "m5", version: 2 });
  const withdrawn = entry(10, { name: "MessageWithdrawn", messageId: "m6" });
  const mine = [
    said(2, "a", 1),
    said(3, "b", 1),
    said(5, "a", 2),
    said(6, "b", 2),
    said(7, "a", 3),
    said(8, "b", 3),
  ];
  const log = [first, ...mine.slice(0, 2), elsewhere, ...mine.slice(2), edited, withdrawn];
  const events: Event[] = [];
  for (const { seq, body, messageId, author, key } of [...mine, elsewhere]) {
    const [writer, n] = [body!.slice(0, 1), Number(body![2])];
    events.push(
      {
        kind: "sent",
        at: seq * 10 - 5,
        writer,
        n,
        person: author!,
        channel,
        key: key!,
        body: body!,
        read: seq - 1,
      },
      { kind: "acked", at: seq * 10, writer, n, messageId: messageId!, tries: 1 },
    );
  }
  events.push({ kind: "edit", at: 88, messageId: "m5", version: 2, body: "better" });
  const shown = new Map<number, Shown>([
    [9, { messageId: "m5", body: "better", version: 2, gone: false }],
    [10, { messageId: "m6", body: "", version: 1, gone: true }],
  ]);
  for (const follower of ["f", "g"] as const) {
    events.push({ kind: "opened", at: 20, follower, session: `${follower} #1`, era: 0 });
    events.push({
      kind: "began",
      at: 20,
      follower,
      person: people[follower],
      channel,
      label: thread,
      era: 0,
      from: 1,
    });
    let prev = 1;
    for (const each of [...mine, edited, withdrawn]) {
      const message = shown.get(each.seq);
      if (follower === "g" && each.seq === 7)
        events.push(control("g", "Skipped", 7, { prev, from: 7, to: 7 }));
      else events.push(heard(follower, each, prev, message && { message }));
      prev = each.seq;
    }
  }
  // The log's copy of what was withdrawn is empty.
  log[5] = { ...log[5], body: "" };
  events.push({ kind: "quiet", at: 100 });
  const spans: Span[] = [
    { channel, person: people.f, from: 1, to: null },
    { channel, person: people.g, from: 1, to: 7 },
    { channel, person: people.g, from: 8, to: null },
  ];
  return {
    run: { name: "test", seed: 1, seconds: 1, planned: false, patient: false },
    events,
    eras: [{ log, spans }],
  };
}
