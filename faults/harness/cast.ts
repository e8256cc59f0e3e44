import { overEvents, overSocket } from "../actors/streams.ts";
import type { Account } from "../actors/account.ts";
import type { Cast } from "../scenarios/scenario.ts";
import type { World } from "../stage/world.ts";
import { followPokes } from "../actors/pokesAlone.ts";
import type { Play } from "./play.ts";

const SPEAKERS = ["Amina", "Bwalya", "Chipo", "Desta"];

interface People {
  speakers: Account[];
  guests: Account[];
  /** Everybody follows and writes. */
  begin: (play: Play) => Promise<void>;
}

/** Two groups, three threads, people in both. */
export async function castPlay(world: World, cast: Cast): Promise<People> {
  const first = await world.addGroup("Group A");
  const second = await world.addGroup("Group B");
  const main = await world.addThread(first, "Thread A1");
  const aside = await world.addThread(first, "Thread A2");
  const other = await world.addThread(second, "Thread B1");
  const sign = (names: readonly string[]) =>
    Promise.all(names.map((name) => world.addPerson(name)));
  const speakers = await sign(SPEAKERS);
  const guests = await sign(Array.from({ length: cast.guests }, (_, i) => `guest ${i + 1}`));

  const begin = async (play: Play) => {
    const open = cast.pokesAlone ? followPokes(play.stage) : undefined;
    for (const [i, speaker] of speakers.entries()) {
      const events = i === speakers.length - 1;
      play.followThread(`${speaker.name} ${events ? "events" : "socket"} A1`, speaker, main, {
        open: open ?? (events ? overEvents : overSocket),
      });
    }
    if (!cast.pokesAlone) {
      play.followThread("Amina socket A2", speakers[0], aside);
      play.followThread("Bwalya socket B1", speakers[1], other);
      play.followThread("Chipo events B1", speakers[2], other, { open: overEvents });
      play.followGroup("Desta group A", speakers[3], main);
      await play.followFolding("Amina folding A1", speakers[0], main);
      for (const guest of guests) play.followThread(`${guest.name} A1`, guest, main);
    }
    const threads = [main, main, other, aside];
    for (let i = 0; i < cast.writers; i++) {
      const speaker = speakers[i % speakers.length];
      const thread = threads[i % threads.length];
      play.write(`${speaker.name} ${i + 1}`, speaker, thread, {
        rest: cast.rest,
        twice: cast.twice,
      });
    }
  };
  return { speakers, guests, begin };
}
