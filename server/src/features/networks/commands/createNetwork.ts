import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { newNetwork } from "../entities.ts";
import { getNetwork } from "../queries.ts";
import type { CreateNetworkInput, Network } from "../types.ts";
import { enterNetwork } from "./enterNetwork.ts";

/** What a higher room adds to a network while it is being made, in the same transaction. */
export type Founding = (tx: Transaction, network: { networkId: string }) => Promise<void>;

/** Networks that one person founds in a day at the most: more is a mistake or a nuisance. */
const PER_DAY = 50;
const SLUG = /^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/;

/** Makes a network with the viewer as its manager. */
export async function createNetwork(
  ctx: Context,
  { input, founding }: { input: CreateNetworkInput; founding: readonly Founding[] },
): Promise<Network> {
  const personId = ctx.personId;
  const networkId = uuid();
  const slug = input.slug.trim().toLowerCase();
  if (!SLUG.test(slug))
    throw refused("INVALID_INPUT", "A slug has 2 to 60 letters a to z, digits and inner hyphens.", [
      "slug",
    ]);
  const name = cleanLine(input.name, { field: "name", max: 120 });
  const description = cleanOptional(input.description, { field: "description", max: 2_000 });

  await ctx.live.write({ channels: [personId], actorId: personId }, async (tx) => {
    await refuseTooMany(tx, personId);
    // Two may want the same slug at once: the second waits here, and then finds it taken.
    const made = await tx.db
      .insertInto("network")
      .values(newNetwork({ id: networkId, slug, name, description, createdAt: tx.at }))
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made)
      throw refused("ALREADY_EXISTS", `There is a network ${slug} already: choose another slug.`, [
        "slug",
      ]);
    tx.createChannel(networkId, "NETWORK");
    await enterNetwork(tx, { networkId, personId, role: "MANAGER" });
    await tx.em.flush();
    for (const found of founding) await found(tx, { networkId });
  });
  ctx.renew();
  return getNetwork(ctx, networkId);
}

async function refuseTooMany(tx: Transaction, personId: string): Promise<void> {
  const day = new Date(tx.at.getTime() - 86_400_000);
  const founded = await tx.db
    .selectFrom("networkMembership")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("personId", "=", personId)
    .where("role", "=", "MANAGER")
    .where("since", ">", day)
    .executeTakeFirstOrThrow();
  if (Number(founded.count) >= PER_DAY)
    throw refused(
      "LIMIT_REACHED",
      `You made ${PER_DAY} networks today: make the next one tomorrow.`,
    );
}
