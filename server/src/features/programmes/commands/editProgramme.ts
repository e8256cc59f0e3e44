import type { Context } from "../../../house/context.ts";
import { cleanLine, cleanOptional } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { ProgrammeEdited } from "../facts.ts";
import { getProgramme } from "../queries.ts";
import type { EditProgrammeInput } from "../types/inputs.ts";
import type { Programme } from "../types/programme.ts";
import { keep, refuseBackwards } from "./keep.ts";

/** Changes what a programme says of itself. */
export async function editProgramme(ctx: Context, input: EditProgrammeInput): Promise<Programme> {
  const programmeId = uuidOf("Programme", input.programmeId);
  const seen = { programmeId, expectedVersion: input.expectedVersion };
  await keep(ctx, seen, async (tx, row) => {
    if (input.name !== undefined)
      row.name = cleanLine(input.name ?? "", { field: "name", max: 120 });
    if (input.description !== undefined)
      row.description = cleanOptional(input.description, { field: "description", max: 2_000 });
    if (input.startsOn !== undefined) row.startsOn = input.startsOn;
    if (input.endsOn !== undefined) row.endsOn = input.endsOn;
    refuseBackwards({ from: row.startsOn, until: row.endsOn }, { field: "endsOn", empty: true });
    tx.state(ProgrammeEdited, { channelId: row.networkId, data: { programmeId } });
  });
  return getProgramme(ctx, programmeId);
}
