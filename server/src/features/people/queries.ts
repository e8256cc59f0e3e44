import type { Context } from "../../house/context.ts";
import { personById, personForViewer } from "./loaders.ts";
import { readHeads } from "../../live/log.ts";
import { Person, Viewer } from "./types.ts";

/** A person whose name stands beside something that the viewer may see. */
export async function getPerson(ctx: Context, id: string): Promise<Person> {
  const row = await ctx.load(personById, id);
  if (!row) throw new Error(`person ${id} is missing`);
  return Person.of(row);
}

/** A person for a viewer who has a network in common with them, or is them; else null. */
export async function findPerson(ctx: Context, id: string): Promise<Person | null> {
  const row = await ctx.load(personForViewer, id);
  return row ? Person.of(row) : null;
}

/** The viewer as of one place in their own channel: the place is read before anything that hangs on it. */
export async function getViewer(ctx: Context): Promise<Viewer> {
  const id = ctx.personId;
  const head = (await readHeads(ctx.db, [id])).get(id)?.head ?? 0;
  const [person, account] = await Promise.all([
    getPerson(ctx, id),
    ctx.house.accounts.accountOf(id),
  ]);
  return Object.assign(new Viewer(), {
    person,
    email: account.email,
    emailVerified: account.emailVerified,
    liveCursor: ctx.live.cursor(id, head),
  });
}
