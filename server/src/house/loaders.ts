import DataLoader from "dataloader";
import type { Context } from "./context.ts";

/** A batching read of a room, made once at module level; each context holds its own cache of it. */
export interface Loader<Key, Value> {
  /** Values in the order of `keys`. One statement, whatever their number. */
  readonly read: (ctx: Context, keys: readonly Key[]) => Promise<Value[]>;
  readonly cacheKey?: (key: Key) => string;
}

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

export class LoaderSet {
  readonly #ctx: Context;
  readonly #loaders = new Map<object, unknown>();

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value> {
    let batching = this.#loaders.get(loader) as DataLoader<Key, Value, unknown> | undefined;
    if (!batching) {
      batching = new DataLoader<Key, Value, unknown>((keys) => loader.read(this.#ctx, keys), {
        maxBatchSize: 500,
        ...(loader.cacheKey ? { cacheKeyFn: loader.cacheKey } : {}),
      });
      this.#loaders.set(loader, batching);
    }
    return batching.load(key);
  }
}
