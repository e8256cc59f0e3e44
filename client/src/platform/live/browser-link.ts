import { createLink } from "./core/link.ts";
import type { Link } from "./core/link.ts";
import type { Clock } from "./core/transport.ts";
import { socketTransport } from "./socket.ts";

const clock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const handle = setTimeout(run, ms);
    return () => clearTimeout(handle);
  },
};

/** The link of this tab. The answer's `close` also lets go of the tab's events. */
export function createBrowserLink(checkSession: () => Promise<boolean>): Link {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const link = createLink({
    socket: socketTransport(`${scheme}://${location.host}/graphql`),
    stream: async () => (await import("./event-stream.ts")).eventStreamTransport("/graphql/stream"),
    clock,
    random: Math.random,
    checkSession,
  });
  const online = (): void => link.setOnline(true);
  const offline = (): void => link.setOnline(false);
  const look = (): void => {
    if (document.visibilityState === "visible") link.wake();
  };
  if (!navigator.onLine) link.setOnline(false);
  addEventListener("online", online);
  addEventListener("offline", offline);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  return {
    ...link,
    close() {
      removeEventListener("online", online);
      removeEventListener("offline", offline);
      removeEventListener("pageshow", look);
      document.removeEventListener("visibilitychange", look);
      link.close();
    },
  };
}
