import type { Context } from "../../../house/context.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getNetwork, type Network } from "../../networks/public.ts";
import { findableOf } from "../../people/public.ts";
import type { ListInDirectoryInput } from "../types.ts";
import { putEntry } from "./keepEntries.ts";

/** Lists the viewer in the directory of a network, or takes them out of it. */
export async function listInDirectory(
  ctx: Context,
  { networkId: id, on }: ListInDirectoryInput,
): Promise<Network> {
  const { personId } = ctx;
  const networkId = uuidOf("Network", id);
  await ctx.live.write({ channels: [personId], actorId: personId }, async ({ db }) => {
    // Held until the entry stands: who ends the membership in this moment waits, and takes the entry with it.
    const place = await db
      .selectFrom("networkMembership")
      .select("id")
      .where("networkId", "=", networkId)
      .where("personId", "=", personId)
      .where("until", "is", null)
      .forShare()
      .executeTakeFirst();
    if (!place) throw notFound();
    if (on) {
      const person = await findableOf(db, personId);
      return putEntry({ db }, { networkId, personId, person });
    }
    await db
      .deleteFrom("directoryEntry")
      .where("networkId", "=", networkId)
      .where("personId", "=", personId)
      .execute();
  });
  ctx.renew();
  return getNetwork(ctx, networkId);
}
