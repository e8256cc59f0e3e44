import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { regional } from "../../../ui/regional.ts";
import { useMinute } from "../../../ui/use-minute.ts";

/** What the clock on the other person's wall says now; nothing for a zone that this device does not know. */
export function LocalTime({ zone }: { zone: string }) {
  const { there } = useClocks(zone);
  return there && <time dir="auto">{there}</time>;
}

/** The same after a person's place, where it is another time than the reader's: a column of one hour says nothing. */
export function TimeThere({ zone }: { zone: string }) {
  const { there, here } = useClocks(zone);
  if (!there || there === here) return null;
  return (
    <Trans>
      <time dir="auto">{there}</time> there
    </Trans>
  );
}

function useClocks(zone: string): { there: string | null; here: string | null } {
  const { i18n } = useLingui();
  const now = useMinute();
  const locale = regional(i18n.locale);
  return { there: clock(now, locale, zone), here: clock(now, locale) };
}

function clock(now: number, locale: string, timeZone?: string): string | null {
  try {
    const format = { timeStyle: "short", ...(timeZone && { timeZone }) } as const;
    return new Intl.DateTimeFormat(locale, format).format(now);
  } catch {
    return null;
  }
}
