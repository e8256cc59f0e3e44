import DataLoader from "dataloader";

/** A batching read, made once at module level; each context holds its own cache of it. */
export interface BatchRead<Context, Key, Value> {
  /** Values in the order of `keys`. One statement, whatever their number. */
  readonly read: (ctx: Context, keys: readonly Key[]) => Promise<Value[]>;
  /** For keys that are objects: what makes two of them the same. */
  readonly cacheKey?: (key: Key) => string;
}

/** A batching read of what is the same for everybody: it is given the house alone, and knows of nobody who asks. */
export interface CommonRead<House, Value> {
  /** What is asked for in one turn of the event loop, by whomever, is one statement. */
  readonly readCommon: (house: House, key: string) => Promise<Value>;
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

/** What was loaded that is the same for everybody. Contexts of different people may have one such cache. */
export class CommonSet<House> {
  readonly #house: House;
  readonly #loaded = new Map<object, Map<string, unknown>>();

  constructor(house: House) {
    this.#house = house;
  }

  load<Value>(loader: CommonRead<House, Value>, key: string): Promise<Value> {
    let known = this.#loaded.get(loader) as Map<string, Promise<Value>> | undefined;
    if (!known) {
      known = new Map();
      this.#loaded.set(loader, known);
    }
    let value = known.get(key);
    if (!value) {
      value = loader.readCommon(this.#house, key);
      known.set(key, value);
    }
    return value;
  }
}
