/** The most that is asked in one statement. */
const MOST = 1_000;

interface Asked<Key, Value> extends PromiseWithResolvers<Value> {
  key: Key;
}

/**
 * Collects what is asked for in one turn of the event loop, by whomever, into one read: when a thousand people come
 * back at once they cost one statement and not a thousand. Those who ask for the same key get the same answer. Nothing
 * is kept: each answer is as fresh as the question. `read` gives its values in the order of the keys. With `apartMs`
 * the next read waits until the last one was asked so long ago: a crowd that comes one by one shares statements too,
 * and whoever comes alone waits for nothing. Keys that are objects are the same when `same` gives the same for them;
 * `most` of them are asked for in one statement.
 */
export function together<Source extends object, Key, Value>(
  read: (source: Source, keys: readonly Key[]) => Promise<Value[]>,
  {
    apartMs = 0,
    most = MOST,
    same = (key) => key,
  }: { apartMs?: number; most?: number; same?: (key: Key) => unknown } = {},
): (source: Source, key: Key) => Promise<Value> {
  const waiting = new WeakMap<Source, Map<unknown, Asked<Key, Value>>>();
  const askedAt = new WeakMap<Source, number>();

  const answer = async (source: Source, asked: Asked<Key, Value>[]) => {
    try {
      const values = await read(
        source,
        asked.map(({ key }) => key),
      );
      for (const [i, { resolve }] of asked.entries()) resolve(values[i]);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  const go = (source: Source, all: ReadonlyMap<unknown, Asked<Key, Value>>) => {
    const asked = [...all.values()];
    for (let at = 0; at < asked.length; at += most) void answer(source, asked.slice(at, at + most));
  };

  const soon = (source: Source, work: () => void) => {
    const rest = apartMs && apartMs - (performance.now() - (askedAt.get(source) ?? -Infinity));
    if (rest > 0) setTimeout(work, rest);
    else setImmediate(work);
  };

  return (source, key) => {
    let turn = waiting.get(source);
    if (!turn) {
      const all = (turn = new Map<unknown, Asked<Key, Value>>());
      waiting.set(source, all);
      soon(source, () => {
        waiting.delete(source);
        askedAt.set(source, performance.now());
        go(source, all);
      });
    }
    const name = same(key);
    let asked = turn.get(name);
    if (!asked) {
      asked = { key, ...Promise.withResolvers<Value>() };
      turn.set(name, asked);
    }
    return asked.promise;
  };
}
