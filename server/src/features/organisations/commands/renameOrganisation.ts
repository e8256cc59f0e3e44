import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, folded } from "../../../house/text.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { OrganisationRenamed } from "../facts.ts";
import type { Organisation, RenameOrganisationInput } from "../types.ts";
import { formerNames, keep, nameIt, refuseBeforeBirth, refuseToCome } from "./keep.ts";

/** Gives an organisation a new name from a day on. What is reported of earlier days keeps the old one. */
export async function renameOrganisation(
  ctx: Context,
  { organisationId, name: wanted, on }: RenameOrganisationInput,
): Promise<Organisation> {
  const id = uuidOf("Organisation", organisationId);
  const name = cleanLine(wanted, { field: "name", max: 200 });
  return keep(ctx, { id, action: "RENAME" }, async (tx, row) => {
    refuseToCome(tx, { day: on, field: "on" });
    refuseBeforeBirth(row, { day: on, field: "on" });
    if (folded(name) === row.nameKey)
      throw refused("ALREADY_EXISTS", `It is called ${row.name} already.`, ["name"]);
    const former = await formerNames(tx, id);
    const last = former.at(-1)?.untilDay;
    if (last !== undefined && on <= last)
      throw refused(
        "INVALID_INPUT",
        `It has been called ${row.name} since ${last}: choose a later day, or correct the name.`,
        ["on"],
      );
    const given = { name: row.name, untilDay: on };
    await tx.db
      .insertInto("organisationFormerName")
      .values({ organisationId: id, ...given })
      .execute();
    nameIt(row, { name, former: [...former, given] });
    tx.state(OrganisationRenamed, {
      channelId: row.networkId,
      data: { organisationId: id, on },
    });
  });
}
