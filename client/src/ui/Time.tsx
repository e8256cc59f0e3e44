import { useLingui } from "@lingui/react";
import { regional } from "./regional.ts";
import { useMinute } from "./use-minute.ts";

interface Props {
  at: string;
  /** "ago": how long since, for lists. "clock": the hour, for a day's messages. "day", and "date" with the hour. */
  form?: "ago" | "clock" | "day" | "date";
}

/** A moment in the reader's own zone; its exact form is in the tooltip and for those who hear the screen. */
export function Time({ at, form = "ago" }: Props) {
  const { i18n } = useLingui();
  const minute = useMinute();
  const locale = regional(i18n.locale);
  const moment = new Date(at);
  const exact = format(locale, moment, { dateStyle: "full", timeStyle: "short" });
  const text =
    form === "clock"
      ? format(locale, moment, { timeStyle: "short" })
      : form === "date"
        ? format(locale, moment, { dateStyle: "medium", timeStyle: "short" })
        : form === "day"
          ? format(locale, moment, { dateStyle: "medium" })
          : ago(locale, moment, minute);
  return (
    <time dir="auto" dateTime={at} title={exact}>
      {text}
    </time>
  );
}

function format(locale: string, moment: Date, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, JSON.stringify(options)).format(moment);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making one takes longer than using it a hundred times, and a list has hundreds. */
function formatter(locale: string, options: string): Intl.DateTimeFormat {
  const key = locale + options;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, JSON.parse(options) as Intl.DateTimeFormatOptions);
    formatters.set(key, made);
  }
  return made;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function ago(locale: string, moment: Date, now: number): string {
  const seconds = (moment.getTime() - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(seconds) >= 7 * 86_400) {
    const sameYear = moment.getFullYear() === new Date(now).getFullYear();
    return format(locale, moment, {
      day: "numeric",
      month: "short",
      ...(!sameYear && { year: "numeric" }),
    });
  }
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return relative.format(0, "second");
}
