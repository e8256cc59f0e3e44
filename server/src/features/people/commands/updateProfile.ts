import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional, cleanOptionalLine } from "../../../house/text.ts";
import { PersonSchema } from "../entities.ts";
import { Person, type UpdateProfileInput } from "../types.ts";

/** Changes what the viewer tells of themselves. Nothing is told live: names are read fresh. */
export async function updateProfile(ctx: Context, input: UpdateProfileInput): Promise<Person> {
  const id = ctx.personId;
  return ctx.live.write({ channels: [], actorId: id }, async ({ em }) => {
    const person = await em.findOneOrFail(PersonSchema, { id });
    if (input.name !== undefined)
      person.name = cleanLine(input.name ?? "", { field: "name", max: 200 });
    if (input.profession !== undefined)
      person.profession = cleanOptionalLine(input.profession, { field: "profession", max: 200 });
    if (input.about !== undefined)
      person.about = cleanOptional(input.about, { field: "about", max: 2_000 });
    if (input.country !== undefined) person.country = input.country;
    if (input.timeZone !== undefined) person.timeZone = input.timeZone;
    if (input.languages !== undefined) person.languages = languagesOf(input.languages ?? []);
    return Person.of(person);
  });
}

function languagesOf(languages: string[]): string[] {
  if (languages.length > 20)
    throw refused("INVALID_INPUT", "At most 20 languages can be kept.", ["languages"]);
  return [...new Set(languages)];
}
