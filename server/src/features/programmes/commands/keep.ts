import type { Context } from "../../../house/context.ts";
import { demand } from "../../../house/actions.ts";
import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { networkRoleIn } from "../../networks/public.ts";
import { ProgrammeSchema, type ProgrammeRow } from "../entities.ts";
import { programmePolicy } from "../policy.ts";
import { getProgramme } from "../queries.ts";

// What every command on a programme does: it is written under the lock of its network's channel.

/** Does `work` on a programme for who may edit it, as it was when they saw it. */
export async function keep<T>(
  ctx: Context,
  { programmeId, expectedVersion }: { programmeId: string; expectedVersion?: number | null },
  work: (tx: Transaction, row: ProgrammeRow) => Promise<T>,
): Promise<T> {
  const personId = ctx.personId;
  const { networkId } = await getProgramme(ctx, programmeId);
  const result = await ctx.live.write({ channels: [networkId], actorId: personId }, async (tx) => {
    const role = await networkRoleIn(tx.db, { networkId, personId });
    if (!role) throw notFound();
    demand(programmePolicy.EDIT, { standing: role, state: null });
    const row = await tx.em.findOneOrFail(ProgrammeSchema, { id: programmeId });
    if ((expectedVersion ?? row.version) !== row.version)
      throw refused(
        "VERSION_CONFLICT",
        "Somebody changed this programme since you opened it: look at it again, then save.",
        ["expectedVersion"],
      );
    row.version += 1;
    return work(tx, row);
  });
  ctx.renew();
  return result;
}

/** Refuses to end before it begins. */
export function refuseBackwards(
  { from, until }: { from: string | null | undefined; until: string | null | undefined },
  { field, empty }: { field: string; empty: boolean },
): void {
  if (from && until && (empty ? until < from : until <= from))
    throw refused(
      "INVALID_INPUT",
      `It would end before it begins on ${from}: choose a later day.`,
      [field],
    );
}
