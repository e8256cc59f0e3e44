import { useFragment } from "@apollo/client/react";
import type { FragmentType, MaybeMasked, TypedDocumentNode } from "@apollo/client";

/**
 * What a component declared to need of an object that its parent's query fetched: from the cache, live,
 * redrawn only when these fields change. Null while a part of it is missing (or the object is gone).
 */
export function useFragmentData<T>(
  fragment: TypedDocumentNode<T>,
  from: FragmentType<NoInfer<T>> | { __typename: "Viewer" } | null | undefined,
  variables?: Record<string, unknown>,
): MaybeMasked<T> | null {
  const { data, complete } = useFragment<T>({
    fragment,
    // The first one is the component's own; those that it spreads stand behind it.
    fragmentName: nameOf(fragment),
    from: from ?? null,
    ...(variables && { variables }),
  });
  return complete ? data : null;
}

function nameOf(document: TypedDocumentNode<unknown>): string {
  const [first] = document.definitions;
  if (first?.kind !== "FragmentDefinition") throw new Error("Not a fragment.");
  return first.name.value;
}
