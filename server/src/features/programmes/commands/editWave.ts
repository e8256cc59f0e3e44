import type { Context } from "../../../house/context.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { cleanLine } from "../../../house/text.ts";
import { WaveSchema } from "../entities.ts";
import { WaveEdited } from "../facts.ts";
import { getWave } from "../queries.ts";
import type { EditWaveInput } from "../types/inputs.ts";
import type { Wave } from "../types/programme.ts";
import { keep, refuseBackwards } from "./keep.ts";

/** Changes what a wave says of itself. */
export async function editWave(ctx: Context, input: EditWaveInput): Promise<Wave> {
  const waveId = uuidOf("Wave", input.waveId);
  const { programmeId } = await getWave(ctx, waveId);
  await keep(ctx, { programmeId }, async (tx, { networkId }) => {
    const row = await tx.em.findOne(WaveSchema, { id: waveId });
    // Somebody took it away in the meantime.
    if (!row) throw notFound();
    if (input.name !== undefined)
      row.name = cleanLine(input.name ?? "", { field: "name", max: 120 });
    if (input.startsOn !== undefined) row.startsOn = input.startsOn;
    if (input.endsOn !== undefined) row.endsOn = input.endsOn;
    refuseBackwards({ from: row.startsOn, until: row.endsOn }, { field: "endsOn", empty: true });
    tx.state(WaveEdited, { channelId: networkId, data: { programmeId, waveId } });
  });
  return getWave(ctx, waveId);
}
