import { v7 as uuid } from "uuid";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import type { Transaction } from "../../../live/write.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getOrganisation } from "../../organisations/public.ts";
import { RelationSchema, type RelationRow } from "../entities.ts";
import { OrganisationRelated } from "../facts.ts";
import { getProgramme, getRelation } from "../queries.ts";
import type { RelateOrganisationInput } from "../types/inputs.ts";
import type { ProgrammeRelation } from "../types/programme.ts";
import { keep, refuseBackwards } from "./keep.ts";

/** Relations of one programme: they are read together. */
const MOST = 200;

/** Says that an organisation funds, hosts or partners a programme. */
export async function relateOrganisation(
  ctx: Context,
  input: RelateOrganisationInput,
): Promise<ProgrammeRelation> {
  const programmeId = uuidOf("Programme", input.programmeId);
  const organisationId = uuidOf("Organisation", input.organisationId);
  const { from: fromDay = null, until: untilDay = null, kind } = input;
  refuseBackwards({ from: fromDay, until: untilDay }, { field: "until", empty: false });
  const { networkId } = await getProgramme(ctx, programmeId);
  if ((await getOrganisation(ctx, organisationId)).networkId !== networkId) throw notFound();

  const id = uuid();
  await keep(ctx, { programmeId }, async (tx) => {
    const row = { id, programmeId, organisationId, kind, fromDay, untilDay, createdAt: tx.at };
    await refuseOverlap(tx, row);
    tx.em.create(RelationSchema, row);
    tx.state(OrganisationRelated, {
      channelId: networkId,
      data: { programmeId, relationId: id },
    });
  });
  return getRelation(ctx, id);
}

/** One organisation is related to a programme in one way at most once at a time. */
export async function refuseOverlap(tx: Transaction, row: RelationRow): Promise<void> {
  const others = await tx.db
    .selectFrom("programmeRelation")
    .selectAll()
    .where("programmeId", "=", row.programmeId)
    .where("id", "!=", row.id)
    .execute();
  if (others.length >= MOST)
    throw refused("LIMIT_REACHED", `A programme has at most ${MOST} relations.`);
  const same = others.find(
    ({ organisationId, kind, fromDay, untilDay }) =>
      organisationId === row.organisationId &&
      kind === row.kind &&
      (!fromDay || !row.untilDay || fromDay < row.untilDay) &&
      (!untilDay || !row.fromDay || row.fromDay < untilDay),
  );
  if (same)
    throw refused(
      "ALREADY_EXISTS",
      "This organisation does that for the programme already in these days: change the days of that entry.",
      ["organisationId"],
    );
}
