const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/**
 * The instant of "-12d 08:10": ten past eight by the clock of `timeZone`, twelve days before the day that it is
 * there at `now`.
 */
export function instantOf(at: string, { timeZone, now }: { timeZone: string; now: Date }): Date {
  const [, days, hours, minutes] = /^-(\d+)d (\d\d):(\d\d)$/.exec(at) ?? [];
  if (!days || !hours || !minutes) throw new Error(`not a time of the demo world: ${at}`);
  const today = Math.floor(wallClock(now.getTime(), timeZone) / DAY) * DAY;
  const wanted = today - Number(days) * DAY + (Number(hours) * 60 + Number(minutes)) * MINUTE;
  // The zone's distance from UTC is that of a near instant first, then of the instant so found: a change of
  // the clock may lie between the two.
  const near = wanted - offsetAt(wanted, timeZone);
  return new Date(wanted - offsetAt(near, timeZone));
}

/** Some minutes after `at`, yet never in the future. */
export function soonAfter(at: Date, { minutes, now }: { minutes: number; now: Date }): Date {
  return new Date(Math.min(at.getTime() + minutes * MINUTE, now.getTime()));
}

export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY);
}

const offsetAt = (instant: number, timeZone: string) => wallClock(instant, timeZone) - instant;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows, read as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
