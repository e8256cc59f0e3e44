import { v7 as uuid } from "uuid";
import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptionalLine } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { networkPolicy } from "../../networks/public.ts";
import { OrganisationSchema } from "../entities.ts";
import { OrganisationRegistered } from "../facts.ts";
import { getOrganisation } from "../queries.ts";
import type { Organisation, RegisterOrganisationInput } from "../types.ts";
import { nameIt, refuseToCome, refuseTwins, standingIn } from "./keep.ts";

/** Organisations in one network's register: a country's whole health service fits. */
const MOST = 50_000;

/** Enters an organisation in a network's register. */
export async function registerOrganisation(
  ctx: Context,
  input: RegisterOrganisationInput,
): Promise<Organisation> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const name = cleanLine(input.name, { field: "name", max: 200 });
  const area = cleanOptionalLine(input.area, { field: "area", max: 200 });
  const id = uuid();

  await ctx.live.write({ channels: [networkId], actorId: personId }, async (tx) => {
    const standing = await standingIn(tx, { networkId, personId });
    demand(networkPolicy.KEEP_REGISTER, { standing, state: null });
    if (input.validFrom) refuseToCome(tx, { day: input.validFrom, field: "validFrom" });
    const { count } = await tx.db
      .selectFrom("organisation")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("networkId", "=", networkId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST)
      throw refused("LIMIT_REACHED", `A register holds at most ${MOST} organisations.`);
    const row = {
      id,
      networkId,
      name,
      nameKey: "",
      searchKey: "",
      kind: input.kind,
      country: input.country,
      area,
      validFrom: input.validFrom ?? null,
      validTo: null,
      successorId: null,
      version: 1,
      createdAt: tx.at,
    };
    nameIt(row, { name, former: [] });
    await refuseTwins(tx, row);
    tx.em.create(OrganisationSchema, row);
    tx.state(OrganisationRegistered, { channelId: networkId, data: { organisationId: id } });
  });
  ctx.renew();
  return getOrganisation(ctx, id);
}
