import { refused } from "./refusal.ts";

// What could hide or reorder text: controls (without tab and newline), bidi overrides and isolates, and
// code points that are no characters. Joiners stay: scripts and emoji are written with them.
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/g;

interface Limits {
  /** The input field, for the refusal. */
  field: string;
  /** Characters (code points) at the most. */
  max: number;
}

/** Text of several lines as it is kept: NFC, no hidden characters, no lone surrogates. Refuses empty and too long text. */
export function cleanText(text: string, { field, max }: Limits): string {
  const clean = text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(HIDDEN, "")
    .normalize("NFC")
    .trim();
  if (clean === "")
    throw refused("INVALID_INPUT", `Write something first: ${field} is empty.`, [field]);
  const length = clean.length > max ? [...clean].length : 0;
  if (length > max)
    throw refused("INVALID_INPUT", `This is too long: ${length} of at most ${max} characters.`, [
      field,
    ]);
  return clean;
}

/** The same in one line: for names and titles. */
export function cleanLine(text: string, limits: Limits): string {
  return cleanText(text.replaceAll(/[\s\u2028\u2029]+/g, " "), limits);
}

/** A line that may be left empty: null then. */
export function cleanOptional(text: string | null | undefined, limits: Limits): string | null {
  return text === null || text === undefined || text.trim() === "" ? null : cleanText(text, limits);
}
