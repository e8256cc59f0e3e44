import type { Context } from "../../../house/context.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { OrganisationClosed } from "../facts.ts";
import type { CloseOrganisationInput, Organisation } from "../types.ts";
import { keep, refuseBeforeBirth, refuseToCome } from "./keep.ts";

/** Says that an organisation is no more and that nothing carries it on. */
export async function closeOrganisation(
  ctx: Context,
  { organisationId, on }: CloseOrganisationInput,
): Promise<Organisation> {
  const id = uuidOf("Organisation", organisationId);
  return keep(ctx, { id, action: "CLOSE" }, async (tx, row) => {
    refuseToCome(tx, { day: on, field: "on" });
    refuseBeforeBirth(row, { day: on, field: "on" });
    row.validTo = on;
    tx.state(OrganisationClosed, { channelId: row.networkId, data: { organisationId: id, on } });
  });
}
