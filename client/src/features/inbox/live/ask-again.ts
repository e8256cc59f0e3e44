import type { ApolloClient } from "@apollo/client";

/**
 * Open pages that show what an update tells of ask the server again: a confidential group is told of in the inbox
 * alone, to those who may know of it; so is what one applied for, waits for or decides about, and what was begun for
 * many at once; and with another place in a network, or another role in a group, what one sees of it is another on every page.
 */
export function askAgain(client: ApolloClient, update: string): void {
  const pages = /^Network|Role/.test(update)
    ? /./
    : update.startsWith("Group")
      ? /^NetworkPage$/
      : update.startsWith("BulkAct")
        ? /^BulkAct/
        : /^(Inbox|Apply|Requests|Group)/;
  for (const page of client.getObservableQueries("active"))
    if (pages.test(page.queryName ?? "")) void page.refetch();
}
