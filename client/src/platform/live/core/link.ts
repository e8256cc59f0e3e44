import { backoff } from "./backoff.ts";
import { Follower } from "./follower.ts";
import type { Counts, Host, Subject } from "./follower.ts";
import type { Clock, Connection, Transport } from "./transport.ts";

export interface LinkState {
  readonly state: "live" | "delayed" | "offline";
  /** Milliseconds since 1970 at which what is shown was last known to be whole. */
  readonly upTo: number | null;
}

export interface LinkOptions {
  readonly socket: Transport;
  /** Loaded when it is needed: where a proxy breaks sockets. */
  readonly stream: () => Promise<Transport>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Asked on 4401 and 4403: true connects again, false stops for good. A rejection counts as true. */
  readonly checkSession: () => Promise<boolean>;
}

export interface Following {
  restart(after: string | null): void;
  stop(): void;
}

export interface Link {
  readonly counts: Readonly<Counts>;
  follow: (subject: Subject) => Following;
  state: () => LinkState;
  subscribe: (listener: () => void) => () => void;
  /** The tab came to the front: try now if waiting, and do not trust a connection that has been quiet. */
  wake: () => void;
  /** What the device says of its network. Back online, the old connection is not trusted. */
  setOnline: (online: boolean) => void;
  close: () => void;
}

const OPENING = 15_000;
/** A heartbeat comes every 25 s; on waking up, longer quiet than this means a new connection. */
const QUIET = 30_000;
/** A loss shorter than this is not worth a word on the screen. */
const GRACE = 2000;
const SOCKET_TRIES = 3;
/** Where a socket has opened once, refusals mean a crowd at the door: a stream would cost the server more. */
const KNOWN_TRIES = 9;
/** Three sockets and one stream: where only sockets are broken, the device is not offline. */
const OFFLINE_TRIES = 4;
/** The screen changes its followers by leaving one page and entering another; the connection outlives that. */
const LINGER = 3000;

/** One connection for all followed fields, with its attempts, its transports and the truth about its state. */
export function createLink({ socket, stream, clock, random, checkSession }: LinkOptions): Link {
  const followers = new Set<Follower>();
  const listeners = new Set<() => void>();
  const counts: Counts = { applied: 0, dropped: 0, holes: 0, resets: 0, silences: 0, connects: 0 };
  let phase: "idle" | "connecting" | "open" | "waiting" | "checking" | "closed" = "idle";
  let connection: Connection | null = null;
  let generation = 0;
  let attempt = 0;
  let failures = 0;
  let socketFailures = 0;
  /** How many sockets in a row may fail before a stream is tried. */
  let socketTries = SOCKET_TRIES;
  let online = true;
  let heardOffline = false;
  let heardAt: number | null = null;
  let wholeAt: number | null = null;
  let unsettledSince: number | null = null;
  let cancelTimer = (): void => {};
  let cancelLinger = (): void => {};
  let cancelGrace = (): void => {};
  let shown: LinkState = { state: "live", upTo: null };

  /** How long ago. A clock that was set since, forward or back, makes it long: then nothing is taken for fresh. */
  const since = (at: number): number => Math.abs(clock.now() - at);

  function judge(): LinkState["state"] {
    if ((!online && !heardOffline) || failures >= OFFLINE_TRIES) return "offline";
    if (unsettledSince === null) return "live";
    return since(unsettledSince) < GRACE ? "live" : "delayed";
  }

  function changed(): void {
    let whole = phase === "open" || phase === "idle";
    for (const follower of followers) whole &&= follower.settled;
    if (followers.size === 0) whole = true;
    if (whole) {
      unsettledSince = null;
      if (followers.size > 0) {
        wholeAt = clock.now();
        attempt = 0;
      }
      cancelGrace();
    } else if (unsettledSince === null) {
      unsettledSince = clock.now();
      cancelGrace();
      cancelGrace = clock.after(GRACE, changed);
    }
    const state = judge();
    if (state === shown.state && (state === "live" || shown.upTo === wholeAt)) return;
    shown = { state, upTo: wholeAt };
    for (const listener of listeners) listener();
  }

  function disconnect(): void {
    generation += 1;
    cancelTimer();
    const old = connection;
    connection = null;
    for (const follower of followers) follower.lost();
    old?.close();
  }

  function wait(): void {
    if (followers.size === 0) {
      phase = "idle";
      return changed();
    }
    phase = "waiting";
    const pause = backoff(attempt, random);
    attempt += 1;
    cancelTimer = clock.after(pause, connect);
    changed();
  }

  function closed(code: number | null, wasOpen: boolean): void {
    if (wasOpen && heardAt !== null && unsettledSince === null) wholeAt = heardAt;
    disconnect();
    if (!wasOpen) {
      failures += 1;
      socketFailures += 1;
    }
    if (code === 4401 || code === 4403) return checkThenGoOn();
    wait();
  }

  function checkThenGoOn(): void {
    phase = "checking";
    changed();
    const mine = ++generation;
    void checkSession()
      .catch(() => true)
      .then((goOn) => {
        if (mine !== generation) return;
        if (goOn) wait();
        else close();
      });
  }

  function connect(): void {
    if (phase === "closed" || followers.size === 0) return;
    disconnect();
    phase = "connecting";
    counts.connects += 1;
    const mine = generation;
    // Where sockets fail to open, every second attempt is a stream.
    const more = socketFailures - socketTries;
    const streamed = more >= 0 && more % 2 === 0;
    let opened = false;
    const fail = (code: number | null): void => {
      if (mine === generation) closed(code, opened);
    };
    cancelTimer = clock.after(OPENING, () => fail(null));
    const begin = (transport: Transport): void => {
      if (mine !== generation) return;
      connection = transport({
        opened() {
          if (mine !== generation || opened) return;
          opened = true;
          cancelTimer();
          failures = 0;
          // A stream that opened where no socket ever did is asked first the next time.
          socketFailures = streamed ? SOCKET_TRIES : 0;
          if (!streamed) socketTries = KNOWN_TRIES;
          phase = "open";
          heardAt = clock.now();
          changed();
        },
        heard() {
          if (mine === generation) heardAt = clock.now();
        },
        closed: fail,
      });
      for (const follower of followers) follower.open();
    };
    if (streamed) void stream().then(begin, () => fail(null));
    else begin(socket);
    changed();
  }

  function reconnect(): void {
    if (phase === "closed" || phase === "idle" || phase === "checking") return;
    attempt = 0;
    connect();
  }

  const host: Host = {
    clock,
    random,
    counts,
    connection: () => connection,
    changed,
    heard() {
      heardAt = clock.now();
      if (online || heardOffline) return;
      heardOffline = true;
      changed();
    },
    silent() {
      if (heardAt !== null && since(heardAt) < QUIET) return false;
      if (heardAt !== null && unsettledSince === null) wholeAt = heardAt;
      connect();
      return true;
    },
    unauthenticated() {
      if (phase === "checking" || phase === "closed") return;
      disconnect();
      checkThenGoOn();
    },
  };

  function close(): void {
    phase = "closed";
    for (const follower of followers) follower.stop();
    followers.clear();
    disconnect();
    cancelLinger();
    cancelGrace();
  }

  return {
    counts,
    follow(subject) {
      const follower = new Follower(subject, host);
      if (phase === "closed") return { restart() {}, stop() {} };
      followers.add(follower);
      cancelLinger();
      // The snapshot has just been read: it is whole as of now.
      if (followers.size === 1) wholeAt = clock.now();
      if (phase === "idle") connect();
      else follower.open();
      changed();
      return {
        restart: (after) => follower.restart(after),
        stop() {
          follower.stop();
          followers.delete(follower);
          if (followers.size === 0 && phase !== "closed") {
            cancelLinger();
            cancelLinger = clock.after(LINGER, () => {
              disconnect();
              phase = "idle";
              changed();
            });
          }
          changed();
        },
      };
    },
    state: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake() {
      if (phase === "waiting") return reconnect();
      const quiet = heardAt === null || since(heardAt) > QUIET;
      if (phase === "open" && quiet) reconnect();
    },
    setOnline(now) {
      if (now === online) return;
      online = now;
      heardOffline = false;
      // A network that came or went leaves sockets that look open and are not; only a new one tells.
      if (now) {
        socketFailures = 0;
        socketTries = SOCKET_TRIES;
      }
      if (heardAt !== null && unsettledSince === null && followers.size > 0) wholeAt = heardAt;
      reconnect();
      changed();
    },
    close,
  };
}
