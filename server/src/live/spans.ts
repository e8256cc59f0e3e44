import type { Entry, MembershipSpanRow } from "./entities.ts";

export type Span = Pick<MembershipSpanRow, "fromSeq" | "toSeq">;

/** Whether a person with these spans may see the entry with this seq. */
export const inside = (spans: readonly Span[], seq: number): boolean =>
  spans.some((span) => span.fromSeq <= seq && (span.toSeq === null || seq < span.toSeq));

/** Whether a person with these spans may see anything behind `pos`. */
export const mayReadBehind = (spans: readonly Span[], pos: number): boolean =>
  spans.some(({ toSeq }) => toSeq === null || toSeq > pos + 1);

/** The stretch between two spans that `seq` lies in; null when it lies behind the last one. */
export function gapAt(spans: readonly Span[], seq: number): { from: number; to: number } | null {
  const next = spans.find((span) => span.fromSeq > seq);
  const before = spans.findLast((span) => span.toSeq !== null && span.toSeq <= seq);
  return next ? { from: before?.toSeq ?? 1, to: next.fromSeq - 1 } : null;
}

/** Whether an entry begins or ends anybody's right to read on. */
export const movesSpans = ({ data }: Entry): boolean =>
  data["admits"] !== undefined || data["removes"] !== undefined;

/** Whether an entry begins or ends this person's right to read on. */
export const concerns = (entry: Entry, personId: string): boolean =>
  marks(entry, "admits", personId) || marks(entry, "removes", personId);

/** Whose right to read on an entry ends. */
export const removedBy = ({ data }: Entry): readonly string[] => {
  const people = data["removes"];
  return Array.isArray(people) ? people : [];
};

function marks(entry: Entry, mark: "admits" | "removes", personId: string): boolean {
  const people = entry.data[mark];
  return Array.isArray(people) && people.includes(personId);
}
