import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { buildWorld } from "./world.ts";

// Nights in which clocks change, and moments at which it is another day elsewhere.
const moments = [
  "2026-01-01T00:00:00.000Z",
  "2026-03-29T00:30:00.000Z",
  "2026-03-30T00:00:01.000Z",
  "2026-07-15T18:15:00.000Z",
  "2026-08-20T22:00:00.000Z",
  "2026-10-25T01:30:00.000Z",
  "2026-10-26T00:00:00.000Z",
  "2028-02-29T21:00:00.000Z",
];

describe.each(moments)("the demo world of %s", (moment) => {
  const now = new Date(moment);
  const { rows } = buildWorld({ now, consumers: [] });

  it("has no future", () => {
    const late = [
      ...rows.channelUpdate.map(({ at }) => at),
      ...rows.reaction.map(({ at }) => at),
      ...rows.readMark.map(({ updatedAt }) => updatedAt),
      ...rows.person.map(({ createdAt }) => createdAt),
    ].filter((at) => at > now);
    expect(late).toEqual([]);
  });

  it("has every message after the one before it, and everybody in before the first", () => {
    const disordered = rows.message.filter(({ threadId, seq, createdAt }) =>
      rows.message.some(
        (other) =>
          other.threadId === threadId && other.seq === seq - 1 && other.createdAt >= createdAt,
      ),
    );
    expect(disordered).toEqual([]);
    const late = rows.membership.filter(({ groupId, since }) =>
      rows.message.some((message) => message.groupId === groupId && message.createdAt <= since),
    );
    expect(late).toEqual([]);
  });

  it("states no message before the message that it quotes, and nothing of a thread before its start", () => {
    const seqs = new Map<string, number>();
    for (const { name, subject, label, seq } of rows.channelUpdate) {
      if (name === "MessageSent" && subject) seqs.set(subject, seq);
      if (name === "ThreadStarted" && label) seqs.set(label, seq);
    }
    const faults = rows.channelUpdate.filter(
      ({ name, seq, label, subject, data }) =>
        (name !== "ThreadStarted" && label && seq <= (seqs.get(label) ?? 0)) ||
        (name !== "MessageSent" && subject && seq <= (seqs.get(subject) ?? 0)) ||
        seq <= (seqs.get(data["quoteId"] as string) ?? 0),
    );
    expect(faults).toEqual([]);
  });
});
