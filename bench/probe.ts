// Loaded into every measured server before its own code (`node --import`): it tells what the process has used, and
// does nothing until it is asked.
import { writeFileSync } from "node:fs";
import { Session, type Profiler } from "node:inspector";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** What the measured process has used since its start. */
export interface Usage {
  /** Milliseconds of processor time, user and system, all threads. */
  cpuMs: number;
}

export interface Memory {
  rss: number;
  heap: number;
  /** Buffers and other memory outside the heap. */
  external: number;
}

interface Asked {
  probe: "usage" | "memory" | "watchLoop" | "loop" | "profile" | "endProfile";
  id: number;
  file?: string;
}

/** How long the event loop was held up at most, in milliseconds. */
export interface HeldUp {
  /** By the clock, whatever kept it: on a busy machine also that other processes had its core. */
  wallMs: number;
  /** What the loop's own thread worked in that time: the longest between two turns of a timer of one millisecond. */
  cpuMs: number;
}

let delay: ReturnType<typeof monitorEventLoopDelay> | null = null;
let turns: NodeJS.Timeout | null = null;
let longestTurn = 0;
let session: Session | null = null;

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000 };
}

async function memory(): Promise<Memory> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed, external };
}

function watchLoop(): null {
  delay?.disable();
  delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  if (turns) clearInterval(turns);
  longestTurn = 0;
  let before = threadMs();
  turns = setInterval(() => {
    const now = threadMs();
    longestTurn = Math.max(longestTurn, now - before);
    before = now;
  }, 1);
  return null;
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function longestDelay(): HeldUp {
  if (!delay) return { wallMs: 0, cpuMs: 0 };
  delay.disable();
  if (turns) clearInterval(turns);
  // The histogram holds the timer's own millisecond too.
  return { wallMs: Math.max(0, delay.max / 1e6 - 1), cpuMs: longestTurn };
}

async function post(method: string, params?: object): Promise<unknown> {
  return new Promise((resolve, reject) =>
    session?.post(method, params, (error, result) => (error ? reject(error) : resolve(result))),
  );
}

async function profile(): Promise<null> {
  session = new Session();
  session.connect();
  await post("Profiler.enable");
  await post("Profiler.setSamplingInterval", { interval: 500 });
  await post("Profiler.start");
  return null;
}

async function endProfile(file: string): Promise<null> {
  const { profile: taken } = (await post("Profiler.stop")) as Profiler.StopReturnType;
  writeFileSync(file, JSON.stringify(taken));
  session?.disconnect();
  return null;
}

function answer({ probe, file }: Asked): unknown {
  switch (probe) {
    case "usage":
      return usage();
    case "memory":
      return memory();
    case "watchLoop":
      return watchLoop();
    case "loop":
      return longestDelay();
    case "profile":
      return profile();
    case "endProfile":
      return endProfile(file ?? "bench.cpuprofile");
  }
}

process.on("message", (message: Partial<Asked>) => {
  if (typeof message !== "object" || message.probe === undefined) return;
  const asked = message as Asked;
  void Promise.resolve(answer(asked)).then((value) =>
    process.send?.({ probed: asked.id, value: value ?? null }),
  );
});
