import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { WaveSchema } from "../entities.ts";
import { WaveAdded } from "../facts.ts";
import { getWave } from "../queries.ts";
import type { AddWaveInput } from "../types/inputs.ts";
import type { Wave } from "../types/programme.ts";
import { keep, refuseBackwards } from "./keep.ts";

/** Waves of one programme: they are read and compared together. */
const MOST = 50;

/** Adds a run of a programme. */
export async function addWave(ctx: Context, input: AddWaveInput): Promise<Wave> {
  const programmeId = uuidOf("Programme", input.programmeId);
  const waveId = uuid();
  const name = cleanLine(input.name, { field: "name", max: 120 });
  const { startsOn = null, endsOn = null } = input;
  refuseBackwards({ from: startsOn, until: endsOn }, { field: "endsOn", empty: true });
  await keep(ctx, { programmeId }, async (tx, { networkId }) => {
    const { count } = await tx.db
      .selectFrom("wave")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("programmeId", "=", programmeId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST)
      throw refused("LIMIT_REACHED", `A programme has at most ${MOST} waves.`);
    const row = { id: waveId, programmeId, name, startsOn, endsOn, createdAt: tx.at };
    tx.em.create(WaveSchema, row);
    tx.state(WaveAdded, { channelId: networkId, data: { programmeId, waveId } });
  });
  return getWave(ctx, waveId);
}
