import { useLingui } from "@lingui/react";
import { regional } from "../../../ui/regional.ts";
import { useMinute } from "../../../ui/use-minute.ts";

/** What the clock on the other person's wall says now. */
export function LocalTime({ zone }: { zone: string }) {
  const { i18n } = useLingui();
  const now = useMinute();
  try {
    const clock = new Intl.DateTimeFormat(regional(i18n.locale), {
      timeStyle: "short",
      timeZone: zone,
    });
    return <time>{clock.format(now)}</time>;
  } catch {
    // A zone that this device does not know yet.
    return null;
  }
}
