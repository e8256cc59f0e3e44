import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** How a measure is called and what it is told apart by. Few values a label: each makes a series of its own. */
interface Described<L extends string> {
  /** Prometheus style, with its unit: `baraza_http_request_seconds`. */
  name: string;
  help: string;
  labels?: readonly L[];
}

/** Asked at each scrape, where a value is known better than its changes; NaN says that nobody knows. */
interface Read<L extends string> {
  read?: () => number;
  /** The same for a measure with labels. */
  readAll?: () => Iterable<readonly [Record<L, string>, number]>;
}

/** The process's own measures: one registry, made in `main` and handed down. */
export interface Metrics {
  counter<L extends string = never>(described: Described<L> & Read<L>): Counter<L>;
  gauge<L extends string = never>(described: Described<L> & Read<L>): Gauge<L>;
  histogram<L extends string = never>(
    described: Described<L> & { buckets?: number[] },
  ): Histogram<L>;
  /** The text that Prometheus reads, and its type. */
  print(): Promise<{ type: string; text: string }>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** With Node's own measures, those of its memory and garbage collection among them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    counter: ({ name, help, labels = [], read, readAll }) =>
      new Counter({
        name,
        help,
        labelNames: labels,
        registers,
        ...((read || readAll) && {
          collect() {
            this.reset();
            if (read) this.inc(read());
            for (const [each, value] of readAll?.() ?? []) this.inc(each, value);
          },
        }),
      }),
    gauge: ({ name, help, labels = [], read, readAll }) =>
      new Gauge({
        name,
        help,
        labelNames: labels,
        registers,
        ...((read || readAll) && {
          collect() {
            if (read) this.set(read());
            if (!readAll) return;
            this.reset();
            for (const [each, value] of readAll()) this.set(each, value);
          },
        }),
      }),
    histogram: ({ name, help, labels = [], buckets = seconds }) =>
      new Histogram({ name, help, labelNames: labels, registers, buckets }),
    print: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
