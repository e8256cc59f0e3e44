import { useLingui } from "@lingui/react";
import { valueOf } from "./values.ts";

/** A reaction as people see it: a value as a word with its dot, an emoji as it is. */
export function ReactionWord({ emoji }: { emoji: string }) {
  const { i18n } = useLingui();
  const value = valueOf(emoji);
  if (!value) return <span>{emoji}</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className="size-2 flex-none rounded-full"
        style={{ background: value.colour }}
      />
      {i18n._(value.word)}
    </span>
  );
}
