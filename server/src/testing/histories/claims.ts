import { expect } from "vitest";
import { Dice } from "./dice.ts";
import { quiet } from "./quiet.ts";
import { readModel } from "./model.ts";
import type { Setting } from "./setting.ts";
import type { Walk } from "./steps.ts";
import { table } from "./table.ts";

const names = Object.keys(table);
const silent = names.filter((name) => table[name].silent);

/** Rounds after which a generator that was never met is one that cannot be. */
const ROUNDS = 60;

const diceOf = (round: number): Dice =>
  new Dice([1, 2, 3, 5, 7].map((at) => (at * 7_919 * (round + 3)) % 997));

/** Runs every row until it was met once. */
export async function meetAll(walk: Walk): Promise<void> {
  for (let round = 0; round < ROUNDS && walk.met.size < names.length; round += 1)
    for (const name of names) {
      // What others need comes again: who is invited, what is closed.
      if (walk.met.has(name) && round % 3 > 0) continue;
      walk.trace.push(await walk.call(name, diceOf(round)));
    }
}

/** Runs those that say they are silent: whoever follows whatever is told nothing, a fresh query says what it said. */
export async function meetSilent(setting: Setting, walk: Walk): Promise<void> {
  const before = await everything(setting);
  walk.met.clear();
  for (let round = 0; round < ROUNDS && silent.some((name) => !walk.met.has(name)); round += 1)
    for (const name of silent) if (!walk.met.has(name)) await walk.call(name, diceOf(round));
  expect([...walk.met.keys()].toSorted()).toEqual(silent.toSorted());
  expect(await everything(setting), silent.join()).toEqual(before);
}

async function everything({ world, people, screens }: Setting): Promise<unknown> {
  const { groups, threads } = await readModel(world, people);
  for (const screen of screens) {
    for (const { id } of groups) await screen.openGroup(id);
    for (const { id, groupId } of threads) await screen.openThread(id, groupId);
  }
  await world.settle();
  await quiet(world, screens);
  const pages = screens.flatMap((screen) => screen.pages);
  return {
    told: pages.map(({ segments }) => segments.map(({ told }) => told.length)),
    fresh: await Promise.all(pages.map(async (page) => (await page.fresh())?.held ?? null)),
  };
}
