const LONGEST = 30_000;

/**
 * Milliseconds to wait before attempt `n` (0, 1, 2 …): full jitter, `random(0, min(30 s, 2^n s))`.
 * The spread keeps ten thousand clients that lost one server from coming back in one second.
 */
export function backoff(n: number, random: () => number): number {
  return random() * Math.min(LONGEST, 1000 * 2 ** Math.min(n, 16));
}
