import { ApolloLink } from "@apollo/client";
import { print } from "graphql";
import { Observable } from "rxjs";

/**
 * Asks `/graphql`. A refusal comes as JSON with `errors` whatever the status, and is handed on as such; what
 * is not JSON, or does not come, is a lost link. Apollo's own link does much that is not needed here. Whoever asks
 * may bring a signal that gives up, as they would to Apollo's: a link can hang without ever being lost.
 */
export const httpLink = new ApolloLink((operation) => {
  const { operationName, query, variables } = operation;
  const { fetchOptions } = operation.getContext() as { fetchOptions?: { signal?: AbortSignal } };
  return new Observable((observer) => {
    const stop = new AbortController();
    fetchOptions?.signal?.addEventListener("abort", () => stop.abort());
    const body = JSON.stringify({ operationName, query: print(query), variables });
    void ask(body, stop.signal).then(
      (answer) => {
        observer.next(answer);
        observer.complete();
      },
      (error: unknown) => observer.error(error),
    );
    return () => stop.abort();
  });
});

async function ask(body: string, signal: AbortSignal): Promise<ApolloLink.Result> {
  const headers = {
    accept: "application/graphql-response+json, application/json;q=0.9",
    "content-type": "application/json",
  };
  const answer = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers,
    body,
    signal,
  });
  return (await answer.json()) as ApolloLink.Result;
}
