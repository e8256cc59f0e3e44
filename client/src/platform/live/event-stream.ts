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

/** The GraphQL over server-sent events protocol, distinct connections: one POST for each operation. */
export function eventStreamTransport(url: string): Transport {
  return (events) => {
    const running = new Set<AbortController>();
    let over = false;

    function end(code: number | null): void {
      if (over) return;
      over = true;
      for (const each of running) each.abort();
      events.closed(code);
    }

    async function read(body: ReadableStream<Uint8Array>, sink: Sink): Promise<boolean> {
      const reader = body
        .pipeThrough(new TextDecoderStream() as never)
        .getReader() as ReadableStreamDefaultReader<string>;
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return false;
        events.heard();
        const { frames, rest } = cutFrames(text + value);
        text = rest;
        for (const frame of frames) {
          if (frame.event === "complete") return true;
          if (frame.event === "next") sink.next(JSON.parse(frame.data) as LiveResult);
        }
      }
    }

    return {
      subscribe({ query, operationName, variables }, sink) {
        const control = new AbortController();
        running.add(control);
        async function run(): Promise<void> {
          const answer = await fetch(url, {
            method: "POST",
            credentials: "same-origin",
            headers: { "content-type": "application/json", accept: "text/event-stream" },
            body: JSON.stringify({ query, operationName, variables }),
            signal: control.signal,
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
        run()
          .catch(() => {
            if (!control.signal.aborted) end(null);
          })
          .finally(() => running.delete(control));
        return () => control.abort();
      },
      close() {
        over = true;
        for (const each of running) each.abort();
      },
    };
  };
}
