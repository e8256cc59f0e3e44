import { forward, pageOf, toPage, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { badInput } from "../../platform/graphql/errors.ts";
import { getPerson, type Person } from "../people/public.ts";
import { directoryPages, networkCountries, type EntryRow } from "./loaders.ts";
import { toldCount } from "./policy.ts";
import { wordsOf, type Wanted } from "./terms.ts";
import { NetworkCountry } from "./types.ts";

/** A search is so long and has so many words at the most. */
const LONGEST = 200;
const MOST_WORDS = 12;

/** People in the directory of a network that the viewer is in, by name. */
export async function listPeople(
  ctx: Context,
  { networkId, filter, args }: { networkId: string; filter: Wanted; args: ForwardArgs },
): Promise<Page<Person>> {
  const { limit, after } = forward(args, ["text", "uuid"]);
  for (const name of ["query", "interest", "profession"] as const) checkWords(name, filter[name]);
  const rows = await ctx.load(directoryPages, { parentId: networkId, limit, after, filter });
  const people = new Map(
    await Promise.all(
      rows.map(async ({ personId }) => [personId, await getPerson(ctx, personId)] as const),
    ),
  );
  const key = ({ sortKey, personId }: EntryRow) => [sortKey, personId];
  return pageOf(rows, { limit, after, key, present: ({ personId }) => people.get(personId)! });
}

function checkWords(name: string, text: string | null | undefined): void {
  if (!text) return;
  if (text.length > LONGEST || wordsOf(text).length > MOST_WORDS)
    throw badInput(`${name} may have ${MOST_WORDS} words and ${LONGEST} characters.`);
}

/** People in the viewer's field in other countries; nobody for who told no field or no country. */
export async function listColleaguesAbroad(
  ctx: Context,
  { networkId, args }: { networkId: string; args: ForwardArgs },
): Promise<Page<Person>> {
  const { row } = await getPerson(ctx, ctx.personId);
  const { field, country } = row;
  if (!field || !country) {
    const { after } = forward(args, ["text", "uuid"]);
    return toPage([], { hasNextPage: false, hasPreviousPage: after !== null });
  }
  return listPeople(ctx, { networkId, filter: { field, otherThanCountry: country }, args });
}

/** What a network has in each country, where it has anything. */
export async function listCountries(ctx: Context, networkId: string): Promise<NetworkCountry[]> {
  const rows = await ctx.load(networkCountries, networkId);
  return rows.map(({ country, groups, ...counted }) =>
    Object.assign(new NetworkCountry(), {
      country,
      memberCount: toldCount(counted),
      groupCount: groups,
    }),
  );
}
