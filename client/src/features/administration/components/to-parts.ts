/** Characters of one part of a list: what one request may carry. */
const PART = 9_000;
/** What a list of the most lines that are taken cannot come near. */
export const MOST_CHARACTERS = 800_000;

/** A list in parts that are sent one after the other. No character is cut in two. */
export function toParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const isHalf = /[\ud800-\udbff]/.test(text[at + PART - 1] ?? "");
    const end = at + PART - (isHalf ? 1 : 0);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
