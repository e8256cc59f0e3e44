import type { LiveFault, LiveResult, Sink, Transport } from "./core/transport.ts";

interface Frame {
  event: string;
  data: string;
}

/** Cuts what came in into whole server-sent events; the unfinished rest is answered too. */
export function cutFrames(text: string): { frames: Frame[]; rest: string } {
  const parts = text.replaceAll("\r\n", "\n").split("\n\n");
  const rest = parts.pop() ?? "";
  const frames = parts.map((part) => {
    const frame: Frame = { event: "message", data: "" };
    const data: string[] = [];
    for (const line of part.split("\n")) {
      if (line.startsWith("event:")) frame.event = line.slice(6).trim();
      else if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
    }
    frame.data = data.join("\n");
    return frame;
  });
  return { frames, rest };
}

interface Running {
  readonly start: () => void;
  control: AbortController | null;
}

const MOST_OVER_HTTP1 = 4;

/** How many streams leave room for requests: over HTTP/1.1 a browser has six connections to a site. */
function mostStreams(): number {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return /^h[23]/.test(page?.nextHopProtocol ?? "") ? 100 : MOST_OVER_HTTP1;
}

/** The GraphQL over server-sent events protocol, distinct connections: one POST for each operation. */
export function eventStreamTransport(url: string, most = mostStreams()): Transport {
  return (events) => {
    /** The oldest first; those without a control wait for a connection. */
    const wanted: Running[] = [];
    let over = false;

    function stop(each: Running): void {
      each.control?.abort();
      each.control = null;
    }

    /** The newest run. One that waited starts from its old cursor; what its follower knows, it drops. */
    function share(): void {
      const first = Math.max(0, wanted.length - most);
      for (const each of wanted.slice(0, first)) stop(each);
      for (const each of wanted.slice(first)) if (!each.control) each.start();
    }

    function end(code: number | null): void {
      if (over) return;
      over = true;
      for (const each of wanted) stop(each);
      events.closed(code);
    }

    async function read(body: ReadableStream<Uint8Array>, sink: Sink): Promise<boolean> {
      const reader = body.getReader();
      const decoder = new TextDecoder();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return false;
        events.heard();
        const { frames, rest } = cutFrames(text + decoder.decode(value, { stream: true }));
        text = rest;
        for (const frame of frames) {
          if (frame.event === "complete") return true;
          if (frame.event === "next") sink.next(JSON.parse(frame.data) as LiveResult);
        }
      }
    }

    return {
      subscribe({ extensions, ...operation }, sink) {
        let told = extensions;
        async function run(signal: AbortSignal): Promise<void> {
          const body = JSON.stringify({ ...operation, extensions: told });
          // A stream that had to wait for its turn starts again; a hole is told once.
          told = undefined;
          const answer = await fetch(url, {
            method: "POST",
            credentials: "same-origin",
            headers: { "content-type": "application/json", accept: "text/event-stream" },
            body,
            signal,
          });
          if (answer.status === 401 || answer.status === 403) return end(4401);
          if (answer.status === 400 || answer.status === 404) {
            const { errors } = (await answer.json()) as { errors?: LiveFault[] };
            return sink.failed(errors ?? []);
          }
          if (!answer.ok || !answer.body) return end(null);
          events.opened();
          if (await read(answer.body, sink)) sink.completed();
          else end(null);
        }
        const mine: Running = {
          control: null,
          start() {
            const control = new AbortController();
            mine.control = control;
            run(control.signal).catch(() => {
              if (!control.signal.aborted) end(null);
            });
          },
        };
        wanted.push(mine);
        share();
        return () => {
          stop(mine);
          const at = wanted.indexOf(mine);
          if (at >= 0) wanted.splice(at, 1);
          if (!over) share();
        };
      },
      close() {
        over = true;
        for (const each of wanted) stop(each);
      },
    };
  };
}
