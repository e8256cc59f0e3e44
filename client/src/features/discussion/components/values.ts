import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

interface Value {
  /** As the API knows it. */
  readonly emoji: string;
  readonly word: MessageDescriptor;
  /** One of the person colours: white text and both themes' surfaces stand beside it. */
  readonly colour: string;
}

/** The six leadership values: reactions that celebrate, shown as a word with a coloured dot. */
export const values: readonly Value[] = [
  { emoji: "value:compassion", word: msg`Compassion`, colour: "var(--person-5)" },
  { emoji: "value:inclusivity", word: msg`Inclusivity`, colour: "var(--person-1)" },
  { emoji: "value:collaboration", word: msg`Collaboration`, colour: "var(--person-4)" },
  { emoji: "value:curiosity", word: msg`Curiosity`, colour: "var(--person-3)" },
  { emoji: "value:trustworthiness", word: msg`Trustworthiness`, colour: "var(--person-0)" },
  { emoji: "value:celebrating-success", word: msg`Celebrating success`, colour: "var(--person-2)" },
];

/** Few, and understood in many places; the values say more. */
export const emojis = ["👍", "❤️", "👏", "🙏", "💡", "😂", "😮", "😢"] as const;

export function valueOf(emoji: string): Value | undefined {
  return values.find((value) => value.emoji === emoji);
}
