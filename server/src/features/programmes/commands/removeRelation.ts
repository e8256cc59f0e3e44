import type { Context } from "../../../house/context.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { RelationSchema } from "../entities.ts";
import { RelationRemoved } from "../facts.ts";
import { getProgramme, getRelation } from "../queries.ts";
import type { RemoveRelationInput } from "../types/inputs.ts";
import type { Programme } from "../types/programme.ts";
import { keep } from "./keep.ts";

/** Takes away a relation that never was. One that came to its end is dated instead, so that reports stay true. */
export async function removeRelation(ctx: Context, input: RemoveRelationInput): Promise<Programme> {
  const relationId = uuidOf("ProgrammeRelation", input.relationId);
  const { programmeId } = await getRelation(ctx, relationId);
  await keep(ctx, { programmeId }, async (tx, { networkId }) => {
    const row = await tx.em.findOne(RelationSchema, { id: relationId });
    if (!row) throw notFound();
    tx.em.remove(row);
    tx.state(RelationRemoved, { channelId: networkId, data: { programmeId, relationId } });
  });
  return getProgramme(ctx, programmeId);
}
