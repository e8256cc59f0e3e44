/** The most that is asked in one statement. */
const MOST = 1_000;

/**
 * Collects what is asked for in one turn of the event loop, by whomever, into one read: when a thousand people come
 * back at once they cost one statement and not a thousand. Those who ask for the same key get the same answer. Nothing
 * is kept: each answer is as fresh as the question. `read` gives its values in the order of the keys. With `apartMs`
 * the next read waits until the last one was asked so long ago: a crowd that comes one by one shares statements too,
 * and whoever comes alone waits for nothing.
 */
export function together<Source extends object, Key, Value>(
  read: (source: Source, keys: readonly Key[]) => Promise<Value[]>,
  { apartMs = 0 }: { apartMs?: number } = {},
): (source: Source, key: Key) => Promise<Value> {
  const waiting = new WeakMap<Source, Map<Key, PromiseWithResolvers<Value>>>();
  const askedAt = new WeakMap<Source, number>();

  const answer = async (source: Source, keys: Key[], asked: PromiseWithResolvers<Value>[]) => {
    try {
      const values = await read(source, keys);
      for (const [i, { resolve }] of asked.entries()) resolve(values[i]);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  const go = (source: Source, all: ReadonlyMap<Key, PromiseWithResolvers<Value>>) => {
    const keys = [...all.keys()];
    const asked = [...all.values()];
    for (let at = 0; at < keys.length; at += MOST)
      void answer(source, keys.slice(at, at + MOST), asked.slice(at, at + MOST));
  };

  const soon = (source: Source, work: () => void) => {
    const rest = apartMs && apartMs - (performance.now() - (askedAt.get(source) ?? -Infinity));
    if (rest > 0) setTimeout(work, rest);
    else setImmediate(work);
  };

  return (source, key) => {
    let turn = waiting.get(source);
    if (!turn) {
      const all = (turn = new Map<Key, PromiseWithResolvers<Value>>());
      waiting.set(source, all);
      soon(source, () => {
        waiting.delete(source);
        askedAt.set(source, performance.now());
        go(source, all);
      });
    }
    let asked = turn.get(key);
    if (!asked) {
      asked = Promise.withResolvers<Value>();
      turn.set(key, asked);
    }
    return asked.promise;
  };
}
