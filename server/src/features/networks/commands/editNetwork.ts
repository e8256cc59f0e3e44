import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional, cleanOptionalLine } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { EditNetworkInput } from "../editTypes.ts";
import { NetworkSchema, type NetworkRow } from "../entities.ts";
import { NetworkEdited } from "../facts.ts";
import { networkPolicy } from "../policy.ts";
import { getNetwork, networkRoleIn } from "../queries.ts";
import type { Network } from "../types.ts";

const MOST_SEATS = { memberSeats: 100_000, coordinatorSeats: 100 };
const MOST_LANGUAGES = 30;
const MOST_COUNTRIES = 249;
const letters = new Intl.Segmenter();

/** Changes what a network is called, how it looks, where it works and what new groups begin with. */
export async function editNetwork(ctx: Context, input: EditNetworkInput): Promise<Network> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  await getNetwork(ctx, networkId);
  const wished = wishOf(input);
  await ctx.live.write({ channels: [networkId], actorId: personId }, async (tx) => {
    const role = await networkRoleIn(tx.db, { networkId, personId });
    if (!role) throw notFound();
    demand(networkPolicy.EDIT, { standing: role, state: null });
    const row = await tx.em.findOneOrFail(NetworkSchema, { id: networkId });
    const expected = input.expectedVersion;
    if (expected !== undefined && expected !== null && expected !== row.version)
      throw refused(
        "VERSION_CONFLICT",
        "Somebody changed this network since you opened it: look at it again, then save.",
        ["expectedVersion"],
      );
    Object.assign(row, wished);
    row.version += 1;
    tx.state(NetworkEdited, { channelId: networkId, data: { networkId } });
  });
  ctx.renew();
  return getNetwork(ctx, networkId);
}

/** What the wish says something of. */
function wishOf(input: EditNetworkInput): Partial<NetworkRow> {
  const wished: Partial<NetworkRow> = {};
  if (input.name !== undefined)
    wished.name = cleanLine(input.name ?? "", { field: "name", max: 120 });
  if (input.description !== undefined)
    wished.description = cleanOptional(input.description, { field: "description", max: 2_000 });
  if (input.accent !== undefined) wished.accent = input.accent?.toLowerCase() ?? null;
  if (input.markLetters !== undefined) wished.markLetters = lettersOf(input.markLetters);
  if (input.languages !== undefined)
    wished.languages = several("languages", input.languages?.map(canonical), MOST_LANGUAGES);
  if (input.worksIn !== undefined)
    wished.worksIn = several("worksIn", input.worksIn, MOST_COUNTRIES);
  if (input.groupVisibility !== undefined) wished.groupVisibility = input.groupVisibility;
  for (const name of ["memberSeats", "coordinatorSeats"] as const) {
    const seats = input[name];
    if (seats === undefined) continue;
    if (seats !== null && (seats < 1 || seats > MOST_SEATS[name]))
      throw refused("INVALID_INPUT", `A cohort has 1 to ${MOST_SEATS[name]} of these seats.`, [
        name,
      ]);
    wished[name] = seats;
  }
  return wished;
}

/** Counted as they are read: a letter of Devanagari is several code points. */
function lettersOf(text: string | null): string | null {
  const clean = cleanOptionalLine(text, { field: "markLetters", max: 40 });
  if (clean !== null && [...letters.segment(clean)].length > 3)
    throw refused("INVALID_INPUT", "A mark has at most three letters.", ["markLetters"]);
  return clean;
}

const canonical = (tag: string) => new Intl.Locale(tag).toString();

function several(field: string, values: readonly string[] | null | undefined, most: number) {
  const distinct = [...new Set(values ?? [])];
  if (distinct.length > most)
    throw refused("INVALID_INPUT", `These are ${distinct.length}: at most ${most} are kept.`, [
      field,
    ]);
  return distinct;
}
