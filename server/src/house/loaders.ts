import { together } from "../platform/database/together.ts";
import type { Context, House } from "./context.ts";
import type { BatchRead, CommonRead } from "./loaderSet.ts";

/** A room's batching read. */
export type Loader<Key, Value> = BatchRead<Context, Key, Value>;

export function defineLoader<Key, Value>(
  read: Loader<Key, Value>["read"],
  options: { cacheKey?: (key: Key) => string } = {},
): Loader<Key, Value> {
  return { read, ...options };
}

/** A room's batching read of what is the same for everybody. */
export type CommonLoader<Value> = CommonRead<House, Value>;

/**
 * For what is the same whoever asks: those who ask at the same time share one statement, and the answers of one live
 * update share what was loaded.
 */
export function defineCommonLoader<Value>(
  read: (house: House, keys: readonly string[]) => Promise<Value[]>,
): CommonLoader<Value> {
  return { readCommon: together(read) };
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
