/** Somebody asked too often. Answered with 429 and `Retry-After`; the message is shown as it stands. */
export class TooMany extends Error {
  override name = "TooMany";
  /** Whole seconds, at least 1. */
  readonly retryAfterSeconds: number;

  constructor(waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    super(`Too many tries. Please wait ${inWords(seconds)} and try again.`);
    this.retryAfterSeconds = seconds;
  }
}

function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 60
      ? [seconds, "second"]
      : seconds < 5400
        ? [Math.ceil(seconds / 60), "minute"]
        : [Math.ceil(seconds / 3600), "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
