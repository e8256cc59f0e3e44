import { WebSocket } from "ws";
import { liveField, readHeard, type Following, type Heard } from "./heard.ts";

const OPEN_MS = 10_000;

/** Follows over `graphql-transport-ws`, by hand: what a proxy answers instead of an upgrade is what is asked here. */
export function followSocket(
  url: string,
  token: string,
  variables: { threadId: string; after?: string },
): Following {
  const heard: Heard[] = [];
  let ended: Following["ended"] = null;
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws", {
    handshakeTimeout: OPEN_MS,
  });
  const say = (message: object) => socket.send(JSON.stringify(message));
  const live = new Promise<void>((resolve, reject) => {
    const fail = (sentence: string) => {
      reject(new Error(sentence));
      socket.terminate();
    };
    const late = setTimeout(() => fail("nothing came over the open socket"), 2 * OPEN_MS);
    socket.on("open", () =>
      say({ type: "connection_init", payload: { authorization: `Bearer ${token}` } }),
    );
    socket.on("unexpected-response", (_request, response) =>
      fail(`the upgrade was answered with ${response.statusCode}`),
    );
    socket.on("error", (error) => fail(error.message));
    socket.on("close", (code, words) => {
      clearTimeout(late);
      ended ??= { at: performance.now(), code };
      reject(new Error(`it was closed with ${code} ${String(words)}`.trim()));
    });
    socket.on("message", (data) => {
      const message = JSON.parse((data as Buffer).toString()) as {
        type: string;
        payload?: unknown;
      };
      switch (message.type) {
        case "connection_ack":
          return say({ type: "subscribe", id: "1", payload: { query: liveField, variables } });
        case "ping":
          return say({ type: "pong" });
        case "next": {
          const one = readHeard(message.payload);
          heard.push(one);
          if (one.kind !== "Live") return undefined;
          clearTimeout(late);
          return resolve();
        }
        case "error":
          return fail(`the live field was refused: ${JSON.stringify(message.payload)}`);
        default:
          return undefined;
      }
    });
  });
  live.catch(() => {});
  return {
    heard,
    get ended() {
      return ended;
    },
    live,
    leave: () => socket.terminate(),
  };
}
