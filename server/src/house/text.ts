import { refused } from "./refusal.ts";

// What could hide or reorder text: controls (without tab and newline), bidi overrides and isolates, and
// code points that are no characters. Joiners stay: scripts and emoji are written with them.
const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/g;

/** At least one of these makes a text: no space, no joiner or mark of direction, no filler. */
const VISIBLE = /[^\s\p{Z}\p{Cf}\u115f\u1160\u3164\uffa0\u2800]/u;

interface Limits {
  /** The input field, for the refusal. */
  field: string;
  /** Characters (code points) at the most. */
  max: number;
}

/** Text of several lines as it is kept: NFC, no hidden characters, no lone surrogates. Refuses empty and too long text. */
export function cleanText(text: string, limits: Limits): string {
  const clean = cleanOptional(text, limits);
  if (clean === null)
    throw refused("INVALID_INPUT", `Write something first: ${limits.field} is empty.`, [
      limits.field,
    ]);
  return clean;
}

/** The same in one line: for names and titles. */
export function cleanLine(text: string, limits: Limits): string {
  return cleanText(inOneLine(text), limits);
}

/** Text that may be left empty: null then. */
export function cleanOptional(
  text: string | null | undefined,
  { field, max }: Limits,
): string | null {
  const clean = (text ?? "")
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(HIDDEN, "")
    .normalize("NFC")
    .trim();
  if (!VISIBLE.test(clean)) return null;
  const length = clean.length > max ? Array.from(clean).length : 0;
  if (length > max)
    throw refused("INVALID_INPUT", `This is too long: ${length} of at most ${max} characters.`, [
      field,
    ]);
  return clean;
}

/** The same in one line. */
export function cleanOptionalLine(text: string | null | undefined, limits: Limits): string | null {
  return cleanOptional(inOneLine(text ?? ""), limits);
}

const inOneLine = (text: string) => text.replaceAll(/[\s\u2028\u2029]+/g, " ");

/**
 * A name as it is compared, ordered and searched by: without accents on Latin, Greek and Cyrillic letters, in lower
 * case, single spaces. Other scripts keep their marks, which are letters there.
 */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();
