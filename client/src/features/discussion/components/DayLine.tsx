import { useLingui } from "@lingui/react/macro";
import { regional } from "../../../ui/regional.ts";

/** "Thursday 19 November" in the reader's words and zone; the year only where it is another. */
function useDayWords(): (instant: string) => string {
  const { i18n } = useLingui();
  return (instant) => {
    const day = new Date(instant);
    const other = day.getFullYear() !== new Date().getFullYear();
    return new Intl.DateTimeFormat(regional(i18n.locale), {
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(other && { year: "numeric" }),
    }).format(day);
  };
}

const line = "h-px flex-1";

/** `tight`: floating over the list, for the message that stands under it. */
export function DayLine({ at, tight }: { at: string; tight?: boolean }) {
  const words = useDayWords();
  return (
    <h2
      className={`flex items-center gap-3 text-xs font-normal text-ink-2 ${tight ? "py-1" : "pt-4 pb-2"}`}
    >
      <span aria-hidden="true" className={`${line} bg-line`} />
      {words(at)}
      <span aria-hidden="true" className={`${line} bg-line`} />
    </h2>
  );
}

/** Stays where it was when the page was opened, until the reader leaves. */
export function NewLine() {
  const { t } = useLingui();
  return (
    <p className="flex items-center gap-3 pt-4 pb-2 text-xs font-semibold text-clay">
      <span aria-hidden="true" className={`${line} bg-clay`} />
      {t`New messages`}
      <span aria-hidden="true" className={`${line} bg-clay`} />
    </p>
  );
}
