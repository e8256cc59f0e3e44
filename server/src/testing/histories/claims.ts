import { expect } from "vitest";
import { Dice } from "./dice.ts";
import { quiet } from "./quiet.ts";
import { readModel } from "./model.ts";
import type { Setting } from "./setting.ts";
import { Walk } from "./steps.ts";
import { table } from "./table.ts";

/** Rounds after which a generator that was never met is one that cannot be. */
const ROUNDS = 60;

/** Runs every row until it was met once, and those that say they are silent once more, watched by everybody. */
export async function meetAll(setting: Setting): Promise<{ met: string[]; lastTried: string[] }> {
  const walk = new Walk(setting);
  const open = new Set(Object.keys(table));
  const silent = new Set(Object.keys(table).filter((name) => table[name].silent));
  for (let round = 0; round < ROUNDS && open.size + silent.size > 0; round += 1)
    for (const name of Object.keys(table)) {
      const dice = new Dice([1, 2, 3, 5, 7].map((at) => (at * 7_919 * (round + 3)) % 997));
      if (open.has(name)) walk.trace.push(await walk.call(name, dice));
      else if (silent.has(name)) silent.delete(await meetSilently(setting, { walk, name, dice }));
      else if (round % 3 > 0) continue;
      if (walk.met.has(name)) open.delete(name);
    }
  return { met: [...walk.met.keys()], lastTried: walk.trace.slice(-20) };
}

/** Whoever follows whatever is told nothing, and a fresh query says what it said. Gives the name when it was met. */
async function meetSilently(
  setting: Setting,
  { walk, name, dice }: { walk: Walk; name: string; dice: Dice },
): Promise<string> {
  const before = await everything(setting);
  const count = walk.met.get(name);
  await walk.call(name, dice);
  if (walk.met.get(name) === count) return "";
  expect(await everything(setting), `${name} says: ${table[name].silent}`).toEqual(before);
  return name;
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
