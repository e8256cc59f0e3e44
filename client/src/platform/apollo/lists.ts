import type { ApolloCache, Reference, StoreObject } from "@apollo/client";

interface StoredList {
  nodes?: readonly Reference[];
}

/** Puts an object at the head of a list, in every page of it that is held, unless it is there already. */
export function addNode(
  cache: ApolloCache,
  owner: StoreObject,
  field: string,
  node: StoreObject,
): void {
  const id = cache.identify(node);
  if (!id) return;
  cache.modify<Record<string, StoredList>>({
    id: cache.identify(owner),
    fields: {
      [field]: (list) =>
        !("nodes" in list) || !list.nodes || list.nodes.some((one) => one.__ref === id)
          ? list
          : { ...list, nodes: [{ __ref: id }, ...list.nodes] },
    },
  });
}

/** Takes out of a list what `gone` says, by the stored object's fields. */
export function removeNodes(
  cache: ApolloCache,
  owner: StoreObject,
  field: string,
  gone: (read: (name: string) => unknown) => boolean,
): void {
  cache.modify<Record<string, StoredList>>({
    id: cache.identify(owner),
    fields: {
      [field]: (list, { readField }) =>
        !("nodes" in list) || !list.nodes
          ? list
          : { ...list, nodes: list.nodes.filter((one) => !gone((name) => readField(name, one))) },
    },
  });
}
