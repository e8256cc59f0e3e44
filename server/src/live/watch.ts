import type { Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log/log.ts";
import type { Metrics } from "../platform/telemetry/metrics.ts";
import type { LiveDelivery } from "./live.ts";
import type { Pokes } from "./pokes.ts";
import type { Presence } from "./presence.ts";
import { Sweeper } from "./sweeper.ts";

/** The sockets and streams of this node, as far as the watch needs them. */
interface OpenConnections {
  endSessions(sessionIds: readonly string[]): void;
  endPerson(personId: string): void;
  openSessions(): string[];
  openConnections(): number;
  closeAll(code: number): void;
}

export interface Watched {
  live: LiveDelivery;
  host: OpenConnections;
  accounts: { validSessions(sessionIds: string[]): Promise<Set<string>> };
  pokes: Pokes;
  presence: Presence;
  log: Log;
  metrics: Metrics;
  /** What the rooms want done about once a second. */
  chores: readonly ((db: Db) => Promise<void>)[];
  db: Db;
}

/** With the quarter that a sweep may be late, an ended session is cut off within six seconds without Redis. */
const REVOCATION_MS = 4_500;
const CHORES_MS = 1_000;
/** Without a successful look at the sessions for so long, nobody can say who may still listen. */
const BLIND_MS = 30_000;
const TRY_AGAIN = 1013;

/**
 * Keeps a node's open connections honest: ends what was revoked (at once by a control message, within seconds by
 * the sweep), closes everything when PostgreSQL has been away too long, and measures.
 */
export function watchNode(watched: Watched): { stop(): Promise<void> } {
  const { live, host, accounts, pokes, presence, log, metrics, chores, db } = watched;
  pokes.onControl((message) => {
    if (message.kind === "sessionsEnded") host.endSessions(message.sessionIds);
    else if (message.kind === "personEnded") host.endPerson(message.personId);
    // The sweep is what looks at the epoch.
    else void live.sweep();
  });

  const revocations = new Sweeper({
    name: "sessions",
    intervalMs: () => REVOCATION_MS,
    work: async () => {
      const open = host.openSessions();
      if (open.length === 0) return;
      const valid = await accounts.validSessions(open);
      const ended = open.filter((id) => !valid.has(id));
      if (ended.length > 0) host.endSessions(ended);
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
  const blind = setInterval(() => {
    if (Math.max(live.staleMs, revocations.sinceSuccess) > BLIND_MS) host.closeAll(TRY_AGAIN);
  }, 1_000);

  metrics.gauge({
    name: "baraza_live_hubs",
    help: "Channels followed on this node.",
    read: () => live.hubs.size,
  });
  metrics.gauge({
    name: "baraza_live_followers",
    help: "Subscriptions over all channels of this node.",
    read: () => live.hubs.references,
  });
  metrics.gauge({
    name: "baraza_open_connections",
    help: "Sockets and streams.",
    read: () => host.openConnections(),
  });
  metrics.gauge({
    name: "baraza_presence_watchers",
    help: "Presence subscriptions.",
    read: () => presence.watchers,
  });
  metrics.gauge({
    name: "baraza_stream_hole_total",
    help: "Holes seen in a channel's log. Anything but 0 is a fault.",
    read: () => live.holes,
  });
  metrics.gauge({
    name: "baraza_sweep_age_seconds",
    help: "Since the heads were last read.",
    read: () => live.staleMs / 1000,
  });
  metrics.gauge({
    name: "baraza_pokes_ready",
    help: "1 while pokes arrive.",
    read: () => Number(pokes.ready),
  });

  revocations.start();
  chore.start();
  return {
    async stop() {
      clearInterval(blind);
      await Promise.all([revocations.stop(), chore.stop()]);
    },
  };
}
