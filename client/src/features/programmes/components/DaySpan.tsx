import { Trans } from "@lingui/react/macro";
import { dayWord } from "../../organisations/components/words.ts";

/** From a first day to a last one, as far as they are known. */
export function DaySpan({ from, to }: { from: string | null; to: string | null }) {
  if (from && to)
    return (
      <Trans>
        {dayWord(from)} to {dayWord(to)}
      </Trans>
    );
  if (from) return <Trans>from {dayWord(from)}</Trans>;
  if (to) return <Trans>until {dayWord(to)}</Trans>;
  return null;
}
