import type { FieldPolicy, Reference } from "@apollo/client";

/** The messages of a thread that are loaded: one run without gaps, in the order of `seq`. */
export interface StoredWindow {
  readonly __typename?: "MessageConnection";
  readonly nodes: readonly Reference[];
  readonly pageInfo: StoredPageInfo;
}

export interface StoredPageInfo {
  readonly __typename?: "PageInfo";
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

type SeqOf = (node: Reference) => number;

function first(nodes: readonly Reference[], seq: SeqOf): number {
  return nodes[0] ? seq(nodes[0]) : Number.POSITIVE_INFINITY;
}

function last(nodes: readonly Reference[], seq: SeqOf): number {
  const node = nodes.at(-1);
  return node ? seq(node) : Number.NEGATIVE_INFINITY;
}

/** Two runs as one: each end is described by the run that reaches further, the newer one where both end. */
function join(old: StoredWindow, fresh: StoredWindow, seq: SeqOf): StoredWindow {
  const bySeq = new Map<number, Reference>();
  for (const node of [...old.nodes, ...fresh.nodes]) bySeq.set(seq(node), node);
  const nodes = [...bySeq].toSorted(([a], [b]) => a - b).map(([, node]) => node);
  const start = first(old.nodes, seq) < first(fresh.nodes, seq) ? old : fresh;
  const end = last(old.nodes, seq) > last(fresh.nodes, seq) ? old : fresh;
  return {
    ...fresh,
    nodes,
    pageInfo: {
      ...fresh.pageInfo,
      hasPreviousPage: start.pageInfo.hasPreviousPage,
      startCursor: start.pageInfo.startCursor,
      hasNextPage: end.pageInfo.hasNextPage,
      endCursor: end.pageInfo.endCursor,
    },
  };
}

/** A page that touches the loaded run is joined to it; one that was asked from its ends too; any other replaces it. */
export function mergeWindow(
  old: StoredWindow | undefined,
  fresh: StoredWindow,
  args: Record<string, unknown> | null,
  seq: SeqOf,
): StoredWindow {
  if (!old || old.nodes.length === 0) return fresh;
  const continues =
    (args?.["before"] != null && args["before"] === old.pageInfo.startCursor) ||
    (args?.["after"] != null && args["after"] === old.pageInfo.endCursor);
  const touches =
    first(fresh.nodes, seq) <= last(old.nodes, seq) + 1 &&
    first(old.nodes, seq) <= last(fresh.nodes, seq) + 1;
  if (continues || touches) return join(old, fresh, seq);
  // An answer to a page of a run that has been left meanwhile.
  return args?.["before"] != null || args?.["after"] != null ? old : fresh;
}

export const messageWindow: FieldPolicy<StoredWindow> = {
  keyArgs: false,
  merge: (old, fresh, { args, readField }) =>
    mergeWindow(old, fresh, args, (node) => readField<number>("seq", node) ?? 0),
};

/** A message at the end of the run; left out where newer ones are not loaded yet. */
export function appendToWindow(
  window: StoredWindow,
  message: { ref: Reference; seq: number },
  seq: SeqOf,
): StoredWindow {
  if (window.pageInfo.hasNextPage) return window;
  if (message.seq <= last(window.nodes, seq)) {
    const known = window.nodes.some((node) => seq(node) === message.seq);
    if (known || message.seq < first(window.nodes, seq)) return window;
    const nodes = [...window.nodes, message.ref].toSorted((a, b) => seq(a) - seq(b));
    return { ...window, nodes };
  }
  return { ...window, nodes: [...window.nodes, message.ref] };
}
