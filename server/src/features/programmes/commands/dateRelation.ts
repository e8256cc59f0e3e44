import type { Context } from "../../../house/context.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { RelationSchema } from "../entities.ts";
import { RelationDated } from "../facts.ts";
import { getRelation } from "../queries.ts";
import type { DateRelationInput } from "../types/inputs.ts";
import type { ProgrammeRelation } from "../types/programme.ts";
import { keep, refuseBackwards } from "./keep.ts";
import { refuseOverlap } from "./relateOrganisation.ts";

/** Changes the days of a relation; to give it a last day is to end it. */
export async function dateRelation(
  ctx: Context,
  input: DateRelationInput,
): Promise<ProgrammeRelation> {
  const relationId = uuidOf("ProgrammeRelation", input.relationId);
  const { programmeId } = await getRelation(ctx, relationId);
  await keep(ctx, { programmeId }, async (tx, { networkId }) => {
    const row = await tx.em.findOne(RelationSchema, { id: relationId });
    if (!row) throw notFound();
    if (input.from !== undefined) row.fromDay = input.from;
    if (input.until !== undefined) row.untilDay = input.until;
    refuseBackwards({ from: row.fromDay, until: row.untilDay }, { field: "until", empty: false });
    await refuseOverlap(tx, row);
    tx.state(RelationDated, { channelId: networkId, data: { programmeId, relationId } });
  });
  return getRelation(ctx, relationId);
}
