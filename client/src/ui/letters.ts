const segmenter = new Intl.Segmenter();

/** The first letters of a name, whole as its script writes them: a Devanagari letter is several code points. */
export function firstLetters(text: string, count: number): string {
  const letters: string[] = [];
  for (const { segment } of segmenter.segment(text.trim())) {
    if (letters.length === count) break;
    letters.push(segment);
  }
  return letters.join("").toLocaleUpperCase();
}
