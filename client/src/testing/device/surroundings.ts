import "fake-indexeddb/auto";

type NodeSocket = new (url: string, options: { protocols: string; headers: object }) => WebSocket;

/** Gives the client's code what a page in a browser has: paths of its own site, and the cookie that goes along. */
export function surround(url: string, cookie: string): void {
  const { fetch: ask, WebSocket: Socket } = globalThis;
  // A browser says both by itself.
  const headers = { cookie, origin: url };
  globalThis.fetch = (path, init) => {
    const sent = new Headers(init?.headers);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    return ask(new URL(path as string, url), { ...init, headers: sent });
  };
  const open = Socket as unknown as NodeSocket;
  globalThis.WebSocket = class extends open {
    constructor(to: string, protocols: string) {
      super(to, { protocols, headers });
    }
  } as unknown as typeof WebSocket;
}

/** Sets the clock that the client's code reads. Timers do not follow it, as on any device. */
export function setClock(by: number): void {
  const { now } = Date;
  Date.now = () => now() + by;
}
