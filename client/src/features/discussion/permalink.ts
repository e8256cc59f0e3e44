/** Where a thread's page stands; with a seq, it opens at that message. */
export function permalink(groupId: string, threadId: string, seq?: number): string {
  const path = `/groups/${groupId}/threads/${threadId}`;
  return seq === undefined ? path : `${path}?message=${seq}`;
}
