import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { folded } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { networkRoleIn, type NetworkRole } from "../../networks/public.ts";
import { OrganisationSchema, type FormerName, type OrganisationRow } from "../entities.ts";
import { organisationPolicy, type OrganisationAction } from "../policy.ts";
import { getOrganisation } from "../queries.ts";
import type { Organisation } from "../types.ts";

// What every command on the register does. The register is written under the lock of its network's channel.

/** Does `work` on an organisation for who may do `action` with it. */
export async function keep(
  ctx: Context,
  { id, action }: { id: string; action: OrganisationAction },
  work: (tx: Transaction, row: OrganisationRow) => Promise<void>,
): Promise<Organisation> {
  const { networkId } = await getOrganisation(ctx, id);
  await ctx.live.write({ channels: [networkId], actorId: ctx.personId }, async (tx) => {
    const row = await tx.em.findOneOrFail(OrganisationSchema, { id });
    mayKeep(row, { action, standing: await standingIn(tx, { networkId, personId: ctx.personId }) });
    await work(tx, row);
    row.version += 1;
    await refuseTwins(tx, row);
  });
  ctx.renew();
  return getOrganisation(ctx, id);
}

/** What a person is in the network, behind its lock. Throws NOT_FOUND for who is not in it. */
export async function standingIn(
  tx: Transaction,
  who: { networkId: string; personId: string },
): Promise<NetworkRole> {
  const role = await networkRoleIn(tx.db, who);
  if (!role) throw notFound();
  return role;
}

/** Refuses who may not, and what cannot be done to an organisation that is no more. */
export function mayKeep(
  { validTo }: OrganisationRow,
  { action, standing }: { action: OrganisationAction; standing: NetworkRole },
): void {
  const state = { ended: validTo !== null };
  demand(organisationPolicy[action], { standing, state });
}

/** One living organisation of a name in a country: a twin is nearly always the same one, entered twice. */
export async function refuseTwins(tx: Transaction, row: OrganisationRow): Promise<void> {
  if (row.validTo !== null) return;
  const twin = await tx.db
    .selectFrom("organisation")
    .select("name")
    .where("networkId", "=", row.networkId)
    .where("nameKey", "=", row.nameKey)
    .where("country", "=", row.country)
    .where("validTo", "is", null)
    .where("id", "!=", row.id)
    .executeTakeFirst();
  if (twin)
    throw refused(
      "ALREADY_EXISTS",
      `The register has ${twin.name} for this country already: use that one, or add what tells them apart.`,
      ["name"],
    );
}

/** Gives it a name, and what is compared and searched by it. */
export function nameIt(
  row: Pick<OrganisationRow, "name" | "nameKey" | "searchKey" | "area">,
  { name, former }: { name: string; former: readonly FormerName[] },
): void {
  row.name = name;
  row.nameKey = folded(name);
  row.searchKey = folded([name, row.area ?? "", ...former.map((each) => each.name)].join(" "));
}

/** Its former names, the earliest first. */
export const formerNames = (tx: Transaction, organisationId: string): Promise<FormerName[]> =>
  tx.db
    .selectFrom("organisationFormerName")
    .select(["name", "untilDay"])
    .where("organisationId", "=", organisationId)
    .orderBy("untilDay")
    .execute();

/** Refuses a day that has come nowhere on Earth yet: what is to be will be entered on its day. */
export function refuseToCome(
  tx: Transaction,
  { day, field }: { day: string; field: string },
): void {
  const latest = new Date(tx.at.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  if (day > latest)
    throw refused("INVALID_INPUT", "This day is still to come: enter it when it has come.", [
      field,
    ]);
}

/** Refuses to end it before it began. */
export function refuseBeforeBirth(
  { validFrom }: OrganisationRow,
  { day, field }: { day: string; field: string },
): void {
  if (validFrom && day <= validFrom)
    throw refused("INVALID_INPUT", `It began on ${validFrom}: choose a later day.`, [field]);
}
