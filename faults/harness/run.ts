import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { Operator } from "../actors/operator.ts";
import { readEvidence, type RunInfo } from "../checker/evidence.ts";
import { judge, type Verdict } from "../checker/verdict.ts";
import { Nemesis } from "../nemesis/nemesis.ts";
import { plainCast, type Scenario } from "../scenarios/scenario.ts";
import { Stage } from "../stage/stage.ts";
import { World } from "../stage/world.ts";
import { castPlay } from "./cast.ts";
import { dumpLog } from "./dump.ts";
import { History } from "./history.ts";
import { Play } from "./play.ts";
import { quiet } from "./quiet.ts";
import { pause, seeded } from "./random.ts";
import { findResidue, Texts } from "./residue.ts";
import { watchStage } from "./watch.ts";

export interface RunOptions {
  seconds: number;
  seed: number;
  size?: number;
  /** Where the histories are written. */
  folder: string;
  patient: boolean;
}

/** Hurried, so that a run of seconds sees what takes minutes. */
const HEARTBEAT_MS = 1_000;
const SILENCE_MS = 4_000;
/** The traffic goes on for so long after the last fault. */
const CALM_MS = 2_000;

/** One run: people talk, things are taken away, quiet comes, and what was written down is judged. */
export async function run(scenario: Scenario, options: RunOptions): Promise<Verdict> {
  const { seconds, seed, folder, patient } = options;
  mkdirSync(folder, { recursive: true });
  const { name, planned = false } = scenario;
  const info: RunInfo = { name, seed, seconds, planned, patient };
  writeFileSync(path.join(folder, "run.json"), JSON.stringify(info));
  const disk = scenario.disk?.();
  try {
    const { heartbeatMs = HEARTBEAT_MS } = scenario;
    const stage = await Stage.set({ heartbeatMs, postgresIn: disk?.folder });
    try {
      await perform(scenario, stage, options);
    } finally {
      await stage.strike();
    }
  } finally {
    disk?.undo();
  }
  return judge(readEvidence(folder));
}

async function perform(scenario: Scenario, stage: Stage, options: RunOptions): Promise<void> {
  const { seconds, seed, folder, size = scenario.size ?? 0 } = options;
  const cast = { ...plainCast, ...scenario.cast };
  const history = new History(folder);
  const texts = new Texts();
  history.onEvent((event) => texts.take(event));
  const random = seeded(seed);
  const nemesis = new Nemesis(stage, { history, random });
  const world = await World.make(stage.nodes[0].url, history);
  const people = await castPlay(world, cast);
  const anyDoor = () => play.anyDoor();
  const operator = new Operator({ world, ...people, url: anyDoor, history, random });
  const { silenceMs = SILENCE_MS } = scenario;
  const play = new Play({ stage, world, history, random, nemesis, operator, ...people, silenceMs });
  const watch = watchStage(play);
  try {
    await people.begin(play);
    if (Object.values(cast.programme).some(Boolean)) operator.start(cast.programme);
    await scenario.steps(play, seconds, size);
    await pause(CALM_MS);
    await Promise.all(play.writers.map((writer) => writer.stop()));
    await operator.stop();
    // What a time means depends on who else was at work on the machine.
    play.figure("I7", "load of the machine", loadavg()[0]);
    history.add({ kind: "quiet", at: Date.now() });
    await quiet(play);
    await play.lookAgain();
    if (cast.programme.messages) history.add(await findResidue(stage, texts));
    nemesis.lookForDead();
    await Promise.all(play.followers.map((follower) => follower.stop()));
    await watch.references();
    await dumpLog(stage.databaseUrl, folder, play.era);
  } finally {
    watch.stop();
    history.close();
  }
}
