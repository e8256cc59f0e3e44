import type { ApolloCache, TypedDocumentNode } from "@apollo/client";

/** Writes a live update's objects into the cache by their ids. Lists are the caller's: only it knows what belongs where. */
export function writeUpdate<T, V>(
  cache: ApolloCache,
  document: TypedDocumentNode<T, V>,
  field: keyof T & string,
  variables: V,
  update: unknown,
): void {
  cache.write({
    dataId: "ROOT_SUBSCRIPTION",
    query: document,
    variables: variables as Record<string, unknown>,
    result: { __typename: "Subscription", [field]: update } as never,
  });
}
