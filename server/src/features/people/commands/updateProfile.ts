import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional, cleanOptionalLine } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { PersonSchema, type PersonRow } from "../entities.ts";
import { audienceOf } from "../policy.ts";
import { Person } from "../types/person.ts";
import type { UpdateProfileInput } from "../types/profile.ts";
import type { FieldAudienceInput } from "../types/viewer.ts";
import { interestsOf, languagesOf } from "./lists.ts";
import { setPosts } from "./setPosts.ts";

/** What a higher room does in the transaction in which a profile changes; the person's channel is locked. */
export type ProfileChange = (tx: Transaction, personId: string) => Promise<void>;

/** Changes what the viewer tells of themselves. Nothing is told live: names are read fresh. */
export async function updateProfile(
  ctx: Context,
  { input, changes }: { input: UpdateProfileInput; changes: readonly ProfileChange[] },
): Promise<Person> {
  const id = ctx.personId;
  const person = await ctx.live.write({ channels: [id], actorId: id }, async (tx) => {
    const row = await tx.em.findOneOrFail(PersonSchema, { id });
    setTexts(row, input);
    setCodes(row, input);
    Object.assign(row, languagesOf(row, input));
    if (input.interests !== undefined) row.interests = interestsOf(input.interests ?? []);
    if (input.posts !== undefined) await setPosts(tx, { personId: id, posts: input.posts ?? [] });
    if (input.photo !== undefined) row.photo = await ownPhoto(tx, { id, photo: input.photo });
    for (const each of input.audiences ?? []) setAudience(row, each);
    await tx.em.flush();
    for (const change of changes) await change(tx, id);
    return Person.of(row);
  });
  ctx.renew();
  return person;
}

function setTexts(row: PersonRow, input: UpdateProfileInput): void {
  const { name, pronunciation, profession, canHelpWith, about } = input;
  if (name !== undefined) row.name = cleanLine(name ?? "", { field: "name", max: 200 });
  if (pronunciation !== undefined)
    row.pronunciation = cleanOptionalLine(pronunciation, { field: "pronunciation", max: 200 });
  if (profession !== undefined)
    row.profession = cleanOptionalLine(profession, { field: "profession", max: 200 });
  if (canHelpWith !== undefined)
    row.canHelpWith = cleanOptional(canHelpWith, { field: "canHelpWith", max: 1_000 });
  if (about !== undefined) row.about = cleanOptional(about, { field: "about", max: 2_000 });
}

function setCodes(row: PersonRow, input: UpdateProfileInput): void {
  if (input.field !== undefined) row.field = input.field;
  if (input.careerStage !== undefined) row.careerStage = input.careerStage;
  if (input.country !== undefined) row.country = input.country;
  if (input.timeZone !== undefined) row.timeZone = input.timeZone;
}

/** A picture of somebody else's is as unknown as one that never was. */
async function ownPhoto(
  { db }: Transaction,
  { id, photo }: { id: string; photo: string | null },
): Promise<string | null> {
  if (photo === null) return null;
  const found = await db
    .selectFrom("photo")
    .select("hash")
    .where("hash", "=", photo.toWellFormed().replaceAll("\0", ""))
    .where("personId", "=", id)
    .forKeyShare()
    .executeTakeFirst();
  if (!found)
    throw refused("INVALID_INPUT", "This picture is not here any more: choose it again.", [
      "photo",
    ]);
  return found.hash;
}

function setAudience(row: PersonRow, { field, audience }: FieldAudienceInput): void {
  if (audienceOf(row, field) === audience) return;
  const others = (fields: PersonRow["shownToGroups"]) => fields.filter((each) => each !== field);
  row.shownToGroups = [...others(row.shownToGroups), ...(audience === "GROUPS" ? [field] : [])];
  row.shownToNobody = [...others(row.shownToNobody), ...(audience === "ONLY_ME" ? [field] : [])];
}
