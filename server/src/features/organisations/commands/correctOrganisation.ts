import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptionalLine } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { OrganisationCorrected } from "../facts.ts";
import type { CorrectOrganisationInput, Organisation } from "../types.ts";
import { formerNames, keep, nameIt, refuseToCome } from "./keep.ts";

/** Puts right what the register said wrongly. Its past stays as it was entered. */
export async function correctOrganisation(
  ctx: Context,
  input: CorrectOrganisationInput,
): Promise<Organisation> {
  const id = uuidOf("Organisation", input.organisationId);
  return keep(ctx, { id, action: "CORRECT" }, async (tx, row) => {
    const expected = input.expectedVersion;
    if (expected !== undefined && expected !== null && expected !== row.version)
      throw refused(
        "VERSION_CONFLICT",
        "Somebody changed this organisation since you opened it: look at it again, then save.",
        ["expectedVersion"],
      );
    if (input.kind === null || input.country === null)
      throw refused("INVALID_INPUT", "An organisation has a kind and a country.", [
        input.kind === null ? "kind" : "country",
      ]);
    if (input.kind !== undefined) row.kind = input.kind;
    if (input.country !== undefined) row.country = input.country;
    if (input.area !== undefined)
      row.area = cleanOptionalLine(input.area, { field: "area", max: 200 });
    const former = await formerNames(tx, id);
    if (input.validFrom) {
      refuseToCome(tx, { day: input.validFrom, field: "validFrom" });
      refuseAfter({ day: input.validFrom, until: former[0]?.untilDay ?? row.validTo ?? null });
    }
    if (input.validFrom !== undefined) row.validFrom = input.validFrom;
    const name =
      input.name === undefined
        ? row.name
        : cleanLine(input.name ?? "", { field: "name", max: 200 });
    nameIt(row, { name, former });
    tx.state(OrganisationCorrected, { channelId: row.networkId, data: { organisationId: id } });
  });
}

/** It cannot have begun after its first name was given up, or after its own end. */
function refuseAfter({ day, until }: { day: string; until: string | null }): void {
  if (until !== null && until <= day)
    throw refused("INVALID_INPUT", `It was there before ${until}: choose an earlier day.`, [
      "validFrom",
    ]);
}
