export const DAY_MS = 86_400_000;

/** From the sign-in on, whatever happens: then the password is asked for again. */
export const SESSION_ABSOLUTE_MS = 14 * DAY_MS;

/** Without a single request. A week, because people on bad links come back at weekends. */
export const SESSION_IDLE_MS = 7 * DAY_MS;

interface Times {
  createdAt: Date;
  expiresAt: Date;
}

/**
 * When a session that is used now should end instead, or null to leave it. It moves at most once a day, to save
 * writes, and not at all for a session that was asked not to be remembered (which starts with one day).
 */
export function prolonged({ createdAt, expiresAt }: Times, now: Date): Date | null {
  const end = expiresAt.getTime();
  if (end - createdAt.getTime() <= DAY_MS) return null;
  const wanted = Math.min(
    createdAt.getTime() + SESSION_ABSOLUTE_MS,
    now.getTime() + SESSION_IDLE_MS,
  );
  return wanted - end >= DAY_MS ? new Date(wanted) : null;
}
