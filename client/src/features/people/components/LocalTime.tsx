import { useLingui } from "@lingui/react";
import { regional } from "../../../ui/regional.ts";
import { useMinute } from "../../../ui/use-minute.ts";

/** What the clock on the other person's wall says now; nothing for a zone that this device does not know. */
export function LocalTime({ zone }: { zone: string }) {
  const { i18n } = useLingui();
  const clock = clockOf(zone, regional(i18n.locale));
  const now = useMinute();
  return clock && <time>{clock.format(now)}</time>;
}

function clockOf(zone: string, locale: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: zone });
  } catch {
    return null;
  }
}
