import type { Context } from "./context.ts";
import type { BatchRead } from "./loaderSet.ts";

/** A room's batching read. */
export type Loader<Key, Value> = BatchRead<Context, Key, Value>;

export function defineLoader<Key, Value>(
  read: Loader<Key, Value>["read"],
  options: { cacheKey?: (key: Key) => string } = {},
): Loader<Key, Value> {
  return { read, ...options };
}

/** Puts rows into the order of their keys; what is missing becomes `missing`. */
export function inOrder<Row, Value>(
  keys: readonly string[],
  rows: readonly Row[],
  {
    key,
    value,
    missing,
  }: { key: (row: Row) => string; value: (row: Row) => Value; missing: Value },
): Value[] {
  const byKey = new Map(rows.map((row) => [key(row), value(row)]));
  return keys.map((each) => byKey.get(each) ?? missing);
}
