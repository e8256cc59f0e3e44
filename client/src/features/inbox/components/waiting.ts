/** Threads with something unread, latest first. Live updates leave those that were read meanwhile in the list. */
export function waiting<T extends { unreadCount: number; lastActivityAt: string }>(
  threads: readonly T[],
): T[] {
  return threads
    .filter((thread) => thread.unreadCount > 0)
    .toSorted((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt));
}
