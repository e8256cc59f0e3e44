const LONGEST = 30_000;

/**
 * A way to load a part of a screen that does not give up: on a bad link it is asked for again, at the latest when the
 * device says that it is back online. Without it one lost request would take the whole page away.
 */
export function patient<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    for (let pause = 1000; ; pause = Math.min(pause * 2, LONGEST)) {
      try {
        return await load();
      } catch {
        await onlineOrAfter(pause);
      }
    }
  };
}

function onlineOrAfter(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener("online", go);
  });
}
