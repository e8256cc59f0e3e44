import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Metrics } from "./metrics.ts";

/** How long what was due had to wait for the event loop, in seconds, over the last 10 to 20 seconds. */
export interface LoopDelay {
  p99: number;
  max: number;
}

export interface EventLoop {
  delay(): LoopDelay;
  stop(): void;
}

const RESOLUTION_MS = 10;
const WINDOW_MS = 10_000;

/** Watches the event loop in windows of its own, so that whoever asks takes nothing away from the next one. */
export function watchEventLoop(metrics: Metrics): EventLoop {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // The histogram counts the whole wait from one tick of its timer to the next.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS) / 1000;
  const running = (): LoopDelay =>
    histogram.count === 0
      ? { p99: 0, max: 0 }
      : { p99: late(histogram.percentile(99)), max: late(histogram.max) };
  let last: LoopDelay = { p99: 0, max: 0 };
  const turn = setInterval(() => {
    last = running();
    histogram.reset();
  }, WINDOW_MS).unref();
  const delay = (): LoopDelay => {
    const { p99, max } = running();
    return { p99: Math.max(p99, last.p99), max: Math.max(max, last.max) };
  };
  metrics.gauge({
    name: "baraza_event_loop_delay_seconds",
    help: "How long the event loop kept waiting what was due, over the last 10 to 20 seconds",
    labels: ["quantile"],
    readAll: () => {
      const { p99, max } = delay();
      return [
        [{ quantile: "0.99" }, p99],
        [{ quantile: "1" }, max],
      ];
    },
  });
  return {
    delay,
    stop() {
      clearInterval(turn);
      histogram.disable();
    },
  };
}
