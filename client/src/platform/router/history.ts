export interface Place {
  pathname: string;
  search: string;
  /** Names this entry of the history; going back to it gives the same. */
  key: string;
}

export interface History {
  place: () => Place;
  go: (to: string, options?: { replace?: boolean }) => void;
  listen: (listener: () => void) => () => void;
}

const newKey = () => Math.random().toString(36).slice(2, 10);

/** The tab's own history. */
export function browserHistory(): History {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const read = (): Place => {
    const state = history.state as { key?: string } | null;
    const { pathname, search } = location;
    return { pathname, search, key: state?.key ?? "first" };
  };
  let place = read();
  addEventListener("popstate", () => {
    place = read();
    tell();
  });
  return {
    place: () => place,
    go(to, { replace = false } = {}) {
      if (replace) history.replaceState({ key: newKey() }, "", to);
      else history.pushState({ key: newKey() }, "", to);
      place = read();
      tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A history that only the program knows: for tests. */
export function memoryHistory(start: string): History {
  const listeners = new Set<() => void>();
  const read = (to: string): Place => {
    const { pathname, search } = new URL(to, "http://here");
    return { pathname, search, key: newKey() };
  };
  let place = read(start);
  return {
    place: () => place,
    go(to) {
      place = read(to);
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
