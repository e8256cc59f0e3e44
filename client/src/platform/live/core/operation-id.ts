/**
 * Names an operation by what it asks and not by who asks it or from where on: everybody who follows one thread
 * with this client has the same id, so a node writes one frame for all of them. The order of the variables is the
 * code's own, with `after` last. FNV-1a in 32 bits: an id has to be unique only on its socket, which sees to that itself.
 */
export function operationId(query: string, variables: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify([query, { ...variables, after: 0 }]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
