import { PgBoss } from "pg-boss";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";

/** Work that is queued, done by one node at a time, and done again when it failed. It must be safe to do twice. */
export interface Job<Tools, Data extends object = object> {
  /** Unique; its queue has this name. */
  readonly name: string;
  /** Five fields, in UTC: when it comes by itself. Without one it is only sent. */
  readonly cron?: string;
  /** How often it is tried again; 5 when left out, each time later. */
  readonly retries?: number;
  work(tools: Tools, data: Data): Promise<void>;
}

export interface JobsOptions<Tools> {
  /** A database; the queues live there in the schema `jobs`, which the library keeps. */
  url: string;
  jobs: readonly Job<Tools>[];
  tools: Tools;
  metrics: Metrics;
  log: Log;
}

/** How long a stop waits for what is at work; what is not done by then is done again by another node. */
const DRAIN_MS = 10_000;
const MEASURE_MS = 15_000;
const CONNECTIONS = 4;
/** What is due later, a retry among it, is found by looking so often. */
const LATER_S = 5;

/** The queues of this node: it sends and works. Nodes share the work. */
export class Jobs<Tools> {
  readonly #options: JobsOptions<Tools>;
  readonly #boss: PgBoss;
  #measuring: ReturnType<typeof setInterval> | null = null;
  #stopped = false;
  #counts: readonly { queue: string; state: string; count: number }[] = [];

  constructor(options: JobsOptions<Tools>) {
    this.#options = options;
    this.#boss = new PgBoss({
      connectionString: options.url,
      schema: "jobs",
      application_name: "baraza jobs",
      max: CONNECTIONS,
      // A job begins at once, not at the next look.
      useListenNotify: true,
    });
    // Such as an outage of PostgreSQL: the library goes on by itself when it is over.
    this.#boss.on("error", (error) => {
      // Its last connections are still closing when it says that it has stopped, and the database may end with them.
      if (!this.#stopped) options.log.warn({ err: error }, "the job queue has trouble");
    });
    options.metrics.gauge({
      name: "baraza_jobs",
      help: "Jobs by queue that wait, are at work, or failed for good and are kept to be looked at.",
      labels: ["queue", "state"],
      readAll: () => this.#counts.map(({ queue, state, count }) => [{ queue, state }, count]),
    });
  }

  /** Makes the queues and begins to work. */
  async start(): Promise<void> {
    const { jobs, tools, log } = this.#options;
    await this.#boss.start();
    for (const job of jobs) {
      const { name, cron, retries = 5 } = job;
      await this.#boss.createQueue(name, {
        notify: true,
        // Of what comes by itself one at a time: a slow round is not followed by a heap of others.
        ...(cron ? { policy: "singleton" as const } : {}),
        retryLimit: retries,
        retryDelay: 5,
        retryBackoff: true,
      });
      if (cron) await this.#boss.schedule(name, cron, {}, { tz: "UTC" });
      await this.#boss.work(
        name,
        { batchSize: 1, notifyPollingIntervalSeconds: LATER_S },
        async ([taken]) => {
          try {
            await job.work(tools, taken?.data ?? {});
          } catch (error) {
            log.error(
              { job: name, id: taken?.id, err: error },
              "a job failed and will be tried again",
            );
            throw error;
          }
        },
      );
    }
    this.#measuring = setInterval(() => void this.measure(), MEASURE_MS);
    this.#measuring.unref();
    await this.measure();
  }

  /** Queues one piece of work; under the same `key` what waits already stands for it. */
  async send(
    name: string,
    data: object,
    { key, after }: { key?: string; after?: Date } = {},
  ): Promise<void> {
    await this.#boss.send(name, data, {
      ...(key ? { singletonKey: key } : {}),
      ...(after ? { startAfter: after } : {}),
    });
  }

  /** Takes nothing new and waits for what is at work. */
  async stop(): Promise<void> {
    if (this.#measuring) clearInterval(this.#measuring);
    await this.#boss.stop({ graceful: true, timeout: DRAIN_MS });
    this.#stopped = true;
  }

  /** Counts for the metrics; what cannot be counted now is counted next time. */
  async measure(): Promise<void> {
    try {
      const { rows } = await this.#boss.getDb().executeSql(
        `select name as queue, state::text, count(*)::int as count from jobs.job
         where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by 1, 2`,
      );
      this.#counts = rows as { queue: string; state: string; count: number }[];
    } catch (error) {
      this.#options.log.debug({ err: error }, "the jobs could not be counted");
    }
  }
}
