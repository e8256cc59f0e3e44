/** Threads as a list shows them: pinned first, then by what happened last. */
export function inOrder<T extends { pinnedAt?: string | null; lastActivityAt: string }>(
  threads: readonly T[],
): T[] {
  return threads.toSorted(
    (a, b) =>
      Number(Boolean(b.pinnedAt)) - Number(Boolean(a.pinnedAt)) ||
      b.lastActivityAt.localeCompare(a.lastActivityAt),
  );
}
