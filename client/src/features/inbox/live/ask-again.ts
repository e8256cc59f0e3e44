import type { ApolloClient, ObservableQuery } from "@apollo/client";

/** Pages that are being asked for, and whether something happened since the question went out. */
const asked = new WeakMap<ObservableQuery, { again: boolean }>();

/** One question at a time, and a last one after the last update: an answer may have been read before it happened. */
async function ask(client: ApolloClient, page: ObservableQuery): Promise<void> {
  const running = asked.get(page);
  if (running) {
    running.again = true;
    return;
  }
  const round = { again: true };
  asked.set(page, round);
  while (round.again) {
    round.again = false;
    await client
      .query({
        query: page.query,
        variables: page.variables,
        fetchPolicy: "network-only",
        // Never the answer to a question from before.
        context: { queryDeduplication: false },
      })
      .catch(() => undefined);
  }
  asked.delete(page);
}

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
    if (pages.test(page.queryName ?? "")) void ask(client, page);
}
