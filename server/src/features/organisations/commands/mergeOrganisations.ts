import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { livesOn, OrganisationSchema, type OrganisationRow } from "../entities.ts";
import { OrganisationsMerged } from "../facts.ts";
import { getOrganisation, getOrganisations } from "../queries.ts";
import type { MergeOrganisationsInput, Organisation } from "../types.ts";
import { mayKeep, refuseBeforeBirth, refuseToCome, standingIn } from "./keep.ts";

const MOST = 50;

/**
 * Says that organisations went into another one on a day. All that hangs on them stays with them and is true for
 * its days; who asks for what carries it on is led to the other one. All of them, or none.
 */
export async function mergeOrganisations(
  ctx: Context,
  input: MergeOrganisationsInput,
): Promise<{ organisations: Organisation[]; into: Organisation }> {
  const { on } = input;
  const ids = [...new Set(input.organisationIds.map((id) => uuidOf("Organisation", id)))];
  const intoId = uuidOf("Organisation", input.intoId);
  if (ids.length < 1 || ids.length > MOST)
    throw refused("INVALID_INPUT", `Name 1 to ${MOST} organisations.`, ["organisationIds"]);
  if (ids.includes(intoId))
    throw refused("INVALID_INPUT", "An organisation cannot go into itself: choose another one.", [
      "intoId",
    ]);
  const { networkId } = await getOrganisation(ctx, intoId);

  await ctx.live.write({ channels: [networkId], actorId: ctx.personId }, async (tx) => {
    const rows = await tx.em.find(OrganisationSchema, { id: { $in: [intoId, ...ids] }, networkId });
    const into = rows.find(({ id }) => id === intoId);
    if (!into || rows.length !== ids.length + 1) throw notFound();
    const standing = await standingIn(tx, { networkId, personId: ctx.personId });
    for (const row of rows) mayKeep(row, { action: "MERGE", standing });
    refuseToCome(tx, { day: on, field: "on" });
    refuseAbsent(into, on);
    for (const row of rows.filter((each) => each !== into)) {
      refuseBeforeBirth(row, { day: on, field: "on" });
      row.validTo = on;
      row.successorId = intoId;
      row.version += 1;
    }
    into.version += 1;
    tx.state(OrganisationsMerged, {
      channelId: networkId,
      data: { organisationIds: ids, intoId, on },
    });
  });
  ctx.renew();
  return {
    organisations: await getOrganisations(ctx, ids),
    into: await getOrganisation(ctx, intoId),
  };
}

function refuseAbsent(into: OrganisationRow, on: string): void {
  if (!livesOn(into, on))
    throw refused(
      "INVALID_INPUT",
      `What they went into began on ${into.validFrom}, after the day of the merger.`,
      ["on"],
    );
}
