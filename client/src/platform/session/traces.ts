import { purgeOutbox } from "../outbox/indexed-store.ts";

const drafts = "baraza.draft:";

/** Under which name a draft is kept on this device. */
export function draftsKey(personId: string, threadId: string): string {
  return `${drafts}${personId}:${threadId}`;
}

/** At sign-out: nothing that this person wrote stays behind on a device that others use. */
export async function wipeTraces(personId: string): Promise<void> {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${drafts}${personId}:`)) localStorage.removeItem(key);
  }
  await purgeOutbox(personId).catch(() => {});
}
