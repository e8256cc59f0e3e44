import type { Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";
import type { Metrics } from "../platform/telemetry/metrics.ts";
import type { DatabaseClock } from "./clock.ts";
import type { LiveDelivery } from "./live.ts";
import { type MeasuredPool, measureLive } from "./measures.ts";
import type { Control, Pokes } from "./pokes.ts";
import type { Presence } from "./presence.ts";
import { Sampler, type Samples } from "./samples.ts";
import { Sweeper } from "./sweeper.ts";

/** The sockets and streams of this node, as far as the watch needs them. */
interface OpenConnections {
  endSessions(sessionIds: readonly string[]): void;
  endPerson(personId: string): void;
  openSessions(): string[];
  openOperations(): number;
  closeAll(code: number): void;
}

export interface Watched {
  live: LiveDelivery;
  host: OpenConnections;
  accounts: { validSessions(sessionIds: string[]): Promise<Set<string>> };
  pokes: Pokes;
  presence: Presence;
  clock: DatabaseClock;
  pools: readonly MeasuredPool[];
  log: Log;
  metrics: Metrics;
  /** What the rooms want done about once a second. */
  chores: readonly ((db: Db) => Promise<void>)[];
  /** The names of those who hear facts. */
  consumers: readonly string[];
  db: Db;
}

/** With the quarter that a sweep may be late, an ended session is cut off within six seconds without Redis. */
const REVOCATION_MS = 4_500;
const CHORES_MS = 1_000;
const SAMPLES_MS = 10_000;
/** Without a successful look at the sessions for so long, nobody can say who may still listen. */
const BLIND_MS = 30_000;
const TRY_AGAIN = 1013;

/**
 * Keeps a node's open connections honest: ends what was revoked (at once by a control message, within seconds by
 * the sweep), closes everything when PostgreSQL has been away too long, and measures.
 */
export function watchNode(watched: Watched): { stop(): Promise<void> } {
  const { live, host, accounts, pokes, clock, log, chores, consumers, db } = watched;
  const revocations = new Sweeper({
    name: "sessions",
    intervalMs: () => REVOCATION_MS,
    work: async () => {
      const open = host.openSessions();
      if (open.length === 0) return;
      const valid = await accounts.validSessions(open);
      const ended = open.filter((id) => !valid.has(id));
      if (ended.length === 0) return;
      host.endSessions(ended);
      for (const _ of ended)
        measures.revocations.observe({ by: "sweep" }, revocations.sinceSuccess / 1000);
    },
    log,
  });
  const chore = new Sweeper({
    name: "chores",
    intervalMs: () => CHORES_MS,
    work: async () => {
      for (const each of chores) await each(db);
    },
    log,
  });
  const sampler = new Sampler({ db, consumers });
  let samples: Samples | null = null;
  const sampling = new Sweeper({
    name: "samples",
    intervalMs: () => SAMPLES_MS,
    work: async () => {
      await clock.look(db);
      samples = await sampler.take();
    },
    log,
  });
  const measures = measureLive({
    ...watched,
    operations: () => host.openOperations(),
    revocations,
    // What was true three looks ago says nothing about now.
    samples: () => (sampling.sinceSuccess < 3 * SAMPLES_MS ? samples : null),
  });

  const endSessions = ({ sessionIds, endedAt }: Control & { kind: "sessionsEnded" }) => {
    const open = new Set(host.openSessions());
    host.endSessions(sessionIds);
    const now = clock.now();
    if (endedAt === undefined || now === null) return;
    const seconds = Math.max(0, now - endedAt) / 1000;
    for (const id of sessionIds)
      if (open.has(id)) measures.revocations.observe({ by: "control" }, seconds);
  };
  pokes.onControl((message) => {
    if (message.kind === "sessionsEnded") endSessions(message);
    else if (message.kind === "personEnded") host.endPerson(message.personId);
    // The sweep is what looks at the epoch.
    else void live.sweep();
  });
  const blind = setInterval(() => {
    if (Math.max(live.staleMs, revocations.sinceSuccess) > BLIND_MS) host.closeAll(TRY_AGAIN);
  }, 1_000);

  revocations.start();
  chore.start();
  void sampling.now();
  return {
    async stop() {
      clearInterval(blind);
      await Promise.all([revocations.stop(), chore.stop(), sampling.stop()]);
    },
  };
}
