import type { PoolUse } from "../platform/database/database.ts";
import type { Metrics } from "../platform/telemetry/metrics.ts";
import type { DatabaseClock } from "./clock.ts";
import type { LiveDelivery } from "./live.ts";
import type { Pokes } from "./pokes.ts";
import type { Presence } from "./presence.ts";
import type { Samples } from "./samples.ts";
import type { Sweeper } from "./sweeper.ts";

/** A pool of connections to PostgreSQL and how many it may open. */
export interface MeasuredPool {
  name: string;
  use: () => PoolUse;
  max: number;
}

export interface Measured {
  metrics: Metrics;
  live: LiveDelivery;
  pokes: Pokes;
  presence: Presence;
  /** Operations on the sockets and streams that are open. */
  operations: () => number;
  clock: DatabaseClock;
  /** The look at the sessions of open connections. */
  revocations: Sweeper;
  /** The last look into PostgreSQL; null when it could not be had lately. */
  samples: () => Samples | null;
  pools: readonly MeasuredPool[];
}

const writeBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const revocationBuckets = [0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 30];

/** What live delivery tells of itself. docs/operating.md says which of these page, and what to do then. */
export function measureLive(measured: Measured) {
  const { metrics, live, pokes, presence, operations, clock, revocations, samples, pools } =
    measured;
  metrics.gauge({
    name: "baraza_live_hubs",
    help: "Channels followed on this node",
    read: () => live.hubs.size,
  });
  metrics.gauge({
    name: "baraza_live_followers",
    help: "Subscriptions over all channels of this node",
    read: () => live.hubs.references - presence.references,
  });
  metrics.gauge({
    name: "baraza_live_cohorts",
    help: "Groups of followers that are told together",
    read: () => live.cohorts,
  });
  metrics.gauge({
    name: "baraza_presence_watchers",
    help: "Presence subscriptions",
    read: () => presence.watchers,
  });
  metrics.gauge({
    name: "baraza_hub_references_leaked",
    help: "Followers that no open connection has; for more than a moment it is a fault",
    read: () =>
      Math.max(0, live.hubs.references - presence.references + presence.watchers - operations()),
  });
  metrics.counter({
    name: "baraza_stream_hole_total",
    help: "Holes seen in a channel's log; anything but 0 is a fault",
    read: () => live.holes,
  });
  metrics.gauge({
    name: "baraza_sweep_age_seconds",
    help: "Since the heads of the followed channels were last read",
    read: () => live.staleMs / 1000,
  });
  metrics.gauge({
    name: "baraza_pokes_ready",
    help: "1 while pokes arrive",
    read: () => Number(pokes.ready),
  });
  const unready = unreadySeconds(pokes);
  metrics.counter({
    name: "baraza_redis_unready_seconds_total",
    help: "Time in which no pokes could arrive",
    read: unready,
  });
  const writes = metrics.histogram({
    name: "baraza_write_seconds",
    help: "Time from the begin of a command's transaction to its commit: what a sender waits for",
    buckets: writeBuckets,
  });
  live.onWritten((seconds) => writes.observe(seconds));
  metrics.gauge({
    name: "baraza_clock_offset_seconds",
    help: "How far the clock of PostgreSQL is ahead of this node's",
    read: () => (clock.offsetMs ?? Number.NaN) / 1000,
  });
  metrics.gauge({
    name: "baraza_revocation_age_seconds",
    help: "Since the sessions of open connections were last looked up: no ended session listens longer",
    read: () => revocations.sinceSuccess / 1000,
  });
  metrics.counter({
    name: "baraza_replica_reads_total",
    help: "Reads that a replica was asked for, by what became of them; the primary answers what was late or failed",
    labels: ["outcome"],
    readAll: () =>
      (["answered", "late", "failed"] as const).map(
        (outcome) => [{ outcome }, live.replica.counts[outcome]] as const,
      ),
  });
  measureDatabase({ metrics, samples, pools });
  return {
    revocations: metrics.histogram({
      name: "baraza_revocation_seconds",
      help: "From a session's end to the closing of its connections, by what told of it; the sweep knows the most that it can be",
      labels: ["by"],
      buckets: revocationBuckets,
    }),
  };
}

function measureDatabase({
  metrics,
  samples,
  pools,
}: Pick<Measured, "metrics" | "samples" | "pools">): void {
  metrics.gauge({
    name: "baraza_consumer_age_seconds",
    help: "Age of the oldest entry of the log that a consumer has not taken",
    labels: ["consumer"],
    readAll: () =>
      [...(samples()?.consumerAges ?? [])].map(([consumer, age]) => [{ consumer }, age] as const),
  });
  metrics.gauge({
    name: "baraza_postgres_lock_waits",
    help: "Sessions of the database that wait for a lock",
    read: () => samples()?.lockWaits ?? Number.NaN,
  });
  metrics.gauge({
    name: "baraza_postgres_lock_wait_seconds",
    help: "The longest wait for a lock that is going on",
    read: () => samples()?.longestLockWait ?? Number.NaN,
  });
  metrics.gauge({
    name: "baraza_postgres_connections",
    help: "Connections of this node to PostgreSQL",
    labels: ["pool", "state"],
    readAll: () =>
      pools.flatMap(({ name, use }) => {
        const { totalCount, idleCount } = use();
        return [
          [{ pool: name, state: "busy" }, totalCount - idleCount] as const,
          [{ pool: name, state: "idle" }, idleCount] as const,
        ];
      }),
  });
  metrics.gauge({
    name: "baraza_postgres_connections_max",
    help: "Connections that a pool may open",
    labels: ["pool"],
    readAll: () => pools.map(({ name, max }) => [{ pool: name }, max] as const),
  });
  metrics.gauge({
    name: "baraza_postgres_pool_waiting",
    help: "Callers that wait for a connection of a pool",
    labels: ["pool"],
    readAll: () => pools.map(({ name, use }) => [{ pool: name }, use().waitingCount] as const),
  });
}

/** Counts by the turns of `ready`, so that an outage between two scrapes is not missed. */
function unreadySeconds(pokes: Pokes): () => number {
  let past = 0;
  let since = pokes.ready ? null : performance.now();
  const running = () => (since === null ? 0 : performance.now() - since);
  pokes.onTurn(() => {
    if (!pokes.ready) since ??= performance.now();
    else {
      past += running();
      since = null;
    }
  });
  return () => (past + running()) / 1000;
}
