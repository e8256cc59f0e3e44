import DataLoader from "dataloader";

/** A batching read, made once at module level; each context holds its own cache of it. */
export interface BatchRead<Context, Key, Value> {
  /** Values in the order of `keys`. One statement, whatever their number. */
  readonly read: (ctx: Context, keys: readonly Key[]) => Promise<Value[]>;
  /** For keys that are objects: what makes two of them the same. */
  readonly cacheKey?: (key: Key) => string;
}

/** What one context has loaded so far. */
export class LoaderSet<Context> {
  readonly #ctx: Context;
  readonly #loaders = new Map<object, unknown>();

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  load<Key, Value>(loader: BatchRead<Context, Key, Value>, key: Key): Promise<Value> {
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
