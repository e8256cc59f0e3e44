import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { WaveSchema } from "../entities.ts";
import { WaveRemoved } from "../facts.ts";
import { getProgramme, getWave } from "../queries.ts";
import type { RemoveWaveInput } from "../types/inputs.ts";
import type { Programme } from "../types/programme.ts";
import { keep } from "./keep.ts";

/** Takes away a wave that no group belongs to. */
export async function removeWave(ctx: Context, input: RemoveWaveInput): Promise<Programme> {
  const waveId = uuidOf("Wave", input.waveId);
  const { programmeId } = await getWave(ctx, waveId);
  await keep(ctx, { programmeId }, async (tx, { networkId }) => {
    const row = await tx.em.findOne(WaveSchema, { id: waveId });
    if (!row) throw notFound();
    const group = await tx.db
      .selectFrom("programmeGroup")
      .select("groupId")
      .where("waveId", "=", waveId)
      .limit(1)
      .executeTakeFirst();
    if (group)
      throw refused(
        "NOT_EMPTY",
        "Groups belong to this wave: place them in another wave first, then remove it.",
      );
    tx.em.remove(row);
    tx.state(WaveRemoved, { channelId: networkId, data: { programmeId, waveId } });
  });
  return getProgramme(ctx, programmeId);
}
