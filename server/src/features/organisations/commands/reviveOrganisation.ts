import type { Context } from "../../../house/context.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { OrganisationRevived } from "../facts.ts";
import type { Organisation, ReviveOrganisationInput } from "../types.ts";
import { keep } from "./keep.ts";

/** Takes a merger or closing back, as if it had not been entered. */
export async function reviveOrganisation(
  ctx: Context,
  { organisationId }: ReviveOrganisationInput,
): Promise<Organisation> {
  const id = uuidOf("Organisation", organisationId);
  return keep(ctx, { id, action: "REVIVE" }, async (tx, row) => {
    row.validTo = null;
    row.successorId = null;
    tx.state(OrganisationRevived, { channelId: row.networkId, data: { organisationId: id } });
  });
}
