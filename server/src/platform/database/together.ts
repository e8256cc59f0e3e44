import DataLoader from "dataloader";

/** The most that is asked in one statement. */
const MOST = 1_000;

/**
 * Collects what is asked for in one turn of the event loop, by whomever, into one read: when a thousand people come
 * back at once they cost one statement and not a thousand. Nothing is kept: each answer is as fresh as the question.
 * `read` gives its values in the order of the keys.
 */
export function together<Source extends object, Key, Value>(
  read: (source: Source, keys: readonly Key[]) => Promise<Value[]>,
): (source: Source, key: Key) => Promise<Value> {
  const loaders = new WeakMap<Source, DataLoader<Key, Value>>();
  return (source, key) => {
    let loader = loaders.get(source);
    if (!loader) {
      loader = new DataLoader<Key, Value>((keys) => read(source, keys), {
        cache: false,
        maxBatchSize: MOST,
        batchScheduleFn: (go) => setImmediate(go),
      });
      loaders.set(source, loader);
    }
    return loader.load(key);
  };
}
