import { liveField, readHeard, type Following, type Heard } from "./heard.ts";

const OPEN_MS = 10_000;

/** Follows over server-sent events. */
export function followStream(
  url: string,
  token: string,
  variables: { threadId: string; after?: string },
): Following {
  const heard: Heard[] = [];
  const left = new AbortController();
  let ended: Following["ended"] = null;
  const live = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`nothing came within ${OPEN_MS / 1000} s`));
      left.abort();
    }, OPEN_MS);
    const take = (payload: unknown) => {
      const one = readHeard(payload);
      heard.push(one);
      if (one.kind === "Live") resolve();
      clearTimeout(late);
    };
    read({ url, token, variables, signal: left.signal, take })
      .then(
        () => reject(new Error("the stream ended at once")),
        (error: unknown) => reject(error as Error),
      )
      .finally(() => {
        clearTimeout(late);
        ended ??= { at: performance.now(), code: null };
      });
  });
  live.catch(() => {});
  return {
    heard,
    get ended() {
      return ended;
    },
    live,
    leave: () => left.abort(),
  };
}

async function read(options: {
  url: string;
  token: string;
  variables: object;
  signal: AbortSignal;
  take: (payload: unknown) => void;
}): Promise<void> {
  const { url, token, variables, signal, take } = options;
  const answer = await fetch(`${url}/graphql/stream`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: liveField, variables }),
    signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`it was answered with ${answer.status}`);
  let rest = "";
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const events = `${rest}${piece}`.split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = /^data: ?(.+)$/m.exec(event)?.[1];
      if (/^event: next$/m.test(event) && data) take(JSON.parse(data));
    }
  }
}
