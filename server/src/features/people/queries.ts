import type { Context } from "../../house/context.ts";
import type { Loader } from "../../house/loaders.ts";
import { readHeads } from "../../live/log.ts";
import type { Blob } from "../../platform/files/blobs.ts";
import type { PersonRow, PostRow } from "./entities.ts";
import { personById, sharesNetwork } from "./loaders.ts";
import { admits, audienceOf, type Nearness } from "./policy.ts";
import { hashIn } from "./photos.ts";
import { profileFields, type ProfileField } from "./profileFields.ts";
import { Person, Post } from "./types/person.ts";
import { Viewer } from "./types/viewer.ts";

/** Filled by the room that knows groups: whether the viewer is in a group with each of these people. */
export type SharesGroup = Loader<string, boolean>;

/** A person whose name stands beside something that the viewer may see. */
export async function getPerson(ctx: Context, id: string): Promise<Person> {
  const row = await ctx.load(personById, id);
  if (!row) throw new Error(`person ${id} is missing`);
  return Person.of(row);
}

/** A person for a viewer who has a network in common with them, or is them; else null. */
export async function findPerson(ctx: Context, id: string): Promise<Person | null> {
  if (id !== ctx.personId && !(await ctx.load(sharesNetwork, id))) return null;
  const row = await ctx.load(personById, id);
  return row && Person.of(row);
}

/** Whether the viewer is told this field of the person's profile. */
export async function isToldTo(
  ctx: Context,
  { row, field, sharesGroup }: { row: PersonRow; field: ProfileField; sharesGroup: SharesGroup },
): Promise<boolean> {
  const audience = audienceOf(row, field);
  return admits(audience, await nearnessTo(ctx, { personId: row.id, sharesGroup, audience }));
}

/** Asks no more than the audience needs. */
async function nearnessTo(
  ctx: Context,
  {
    personId,
    sharesGroup,
    audience,
  }: { personId: string; sharesGroup: SharesGroup; audience: string },
): Promise<Nearness> {
  const { viewer } = ctx;
  if (!viewer) return "STRANGER";
  if (viewer.personId === personId) return "SELF";
  if (audience === "GROUPS" && (await ctx.load(sharesGroup, personId))) return "IN_A_GROUP";
  if (audience === "NETWORK" && (await ctx.load(sharesNetwork, personId))) return "IN_A_NETWORK";
  return "STRANGER";
}

/** A post for whoever is told of the person's posts; else null. */
export async function findPost(
  ctx: Context,
  { id, sharesGroup }: { id: string; sharesGroup: SharesGroup },
): Promise<Post | null> {
  const row = await ctx.db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirst();
  const person = row && (await findPerson(ctx, row.personId));
  if (!person) return null;
  return (await isToldTo(ctx, { row: person.row, field: "POSTS", sharesGroup }))
    ? presentPost(row)
    : null;
}

export const presentPost = ({ id, title, employer, startsOn, endsOn }: PostRow): Post =>
  Object.assign(new Post(), { key: id, title, employer, startsOn, endsOn });

/** A picture by its name, for whom it may be shown to: it is somebody's now, who tells it to them. */
export async function findPhoto(
  ctx: Context,
  { name, sharesGroup }: { name: string; sharesGroup: SharesGroup },
): Promise<Blob | null> {
  const hash = hashIn(name);
  if (!hash) return null;
  const row = await ctx.db
    .selectFrom("photo")
    .innerJoin("person", "person.id", "photo.personId")
    .selectAll("person")
    .where("photo.hash", "=", hash)
    .executeTakeFirst();
  if (!row) return null;
  // Sent and not taken into the profile yet: for its owner, who looks at it first.
  const may =
    row.photo === hash
      ? await isToldTo(ctx, { row, field: "PHOTO", sharesGroup })
      : row.id === ctx.personId;
  return may ? ctx.house.blobs.get(`photos/${name}`) : null;
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
    profileAudiences: Object.values(profileFields).map((field) => ({
      field,
      audience: audienceOf(person.row, field),
    })),
  });
}
