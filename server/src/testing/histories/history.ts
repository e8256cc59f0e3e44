import { expect } from "vitest";
import { checkChannels, checkTold } from "./checkLog.ts";
import type { Ground } from "./ground.ts";
import { shown } from "./held.ts";
import { readModel } from "./model.ts";
import type { Page } from "./page.ts";
import type { Memory } from "./row.ts";
import { quiet } from "./quiet.ts";
import { leave, openSetting, type Setting } from "./setting.ts";
import { Walk, type Step } from "./steps.ts";

/** One history from its setting to the last check. Fails with what was done. */
export async function runHistory(ground: Ground, steps: readonly Step[]): Promise<Walk> {
  const setting = await openSetting(ground);
  const walk = new Walk(setting);
  try {
    for (const step of steps) await walk.take(step);
    await walk.arrive();
    await converge(setting, walk.memory);
    return walk;
  } catch (error) {
    const { message, stack } = error as Error;
    const told = [message, "after:", ...walk.trace.map((line, at) => `${at + 1}. ${line}`)];
    throw Object.assign(new Error(told.join("\n"), { cause: error }), { stack });
  } finally {
    await leave(setting);
  }
}

async function converge(setting: Setting, memory: Memory): Promise<void> {
  const { world, screens, sleepers } = setting;
  await world.settle();
  await quiet(world, screens);
  await quiet(world, sleepers);
  await checkChannels(world);
  const gone = await withdrawnTexts(setting, memory);
  for (const screen of [...screens, ...sleepers])
    for (const page of screen.pages) {
      await checkTold(world, page, screen.by.personId);
      await checkPage(page, gone);
    }
  // Who comes only now is told nothing that was taken back meanwhile.
  for (const { pages } of sleepers)
    for (const { segments } of pages)
      expectNone(segments.flatMap(({ words }) => words).join(), gone);
}

/** I19: what is held is what a fresh query says. What ended cannot be read. */
async function checkPage(page: Page, gone: readonly string[]): Promise<void> {
  const fresh = await page.fresh();
  const what = `I19: ${page.field.field} ${page.target}`;
  if (!fresh || page.state === "over") {
    expect([page.state, fresh], `${what} is over for them, and so for both`).toEqual([
      "over",
      null,
    ]);
    return;
  }
  expect(shown(page.held!), `${what}: held with updates, against a fresh query`).toEqual(
    shown(fresh.held),
  );
  expectNone(fresh.words, gone);
}

/** All texts of messages that are withdrawn now. */
async function withdrawnTexts({ world, people }: Setting, memory: Memory): Promise<string[]> {
  const { messages } = await readModel(world, people);
  return messages
    .filter(({ withdrawnBy }) => withdrawnBy)
    .flatMap(({ id }) => memory.texts.get(id) ?? []);
}

function expectNone(words: string, gone: readonly string[]): void {
  for (const text of gone)
    if (words.includes(JSON.stringify(text).slice(1, -1)))
      throw new Error(`I13: "${text}" was withdrawn and is told`);
}
