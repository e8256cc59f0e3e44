import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { parse } from "graphql";
import { expect, it, vi } from "vitest";
import { askAgain } from "./ask-again.ts";

const BulkActPage = parse("query BulkActPage { done }");

it("asks after the last update too, whatever is being asked already", async () => {
  const waiting: ((done: number) => void)[] = [];
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        waiting.push((done) => {
          observer.next({ data: { done } });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const page = client.watchQuery({ query: BulkActPage });
  const watching = page.subscribe(() => undefined);
  expect(waiting).toHaveLength(1);

  // The page is still loading: its answer may have been read before the update.
  askAgain(client, "BulkActMoved");
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[0]?.(3);
  askAgain(client, "BulkActMoved");
  askAgain(client, "BulkActMoved");
  waiting[1]?.(4);
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  waiting[2]?.(5);
  await vi.waitFor(() => expect(page.getCurrentResult().data).toEqual({ done: 5 }));
  expect(waiting).toHaveLength(3);
  watching.unsubscribe();
});
