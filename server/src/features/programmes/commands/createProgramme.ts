import { v7 as uuid } from "uuid";
import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { networkPolicy, networkRoleIn } from "../../networks/public.ts";
import { ProgrammeSchema } from "../entities.ts";
import { ProgrammeCreated } from "../facts.ts";
import { getProgramme } from "../queries.ts";
import type { CreateProgrammeInput } from "../types/inputs.ts";
import type { Programme } from "../types/programme.ts";
import { refuseBackwards } from "./keep.ts";

/** Programmes in one network: more are a mistake. */
const MOST = 1_000;

/** Makes a programme without waves and groups. */
export async function createProgramme(
  ctx: Context,
  input: CreateProgrammeInput,
): Promise<Programme> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const id = uuid();
  const name = cleanLine(input.name, { field: "name", max: 120 });
  const description = cleanOptional(input.description, { field: "description", max: 2_000 });
  const { startsOn = null, endsOn = null } = input;
  refuseBackwards({ from: startsOn, until: endsOn }, { field: "endsOn", empty: true });

  await ctx.live.write({ channels: [networkId], actorId: personId }, async (tx) => {
    const role = await networkRoleIn(tx.db, { networkId, personId });
    if (!role) throw notFound();
    demand(networkPolicy.RUN_PROGRAMMES, { standing: role, state: null });
    const { count } = await tx.db
      .selectFrom("programme")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("networkId", "=", networkId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST)
      throw refused("LIMIT_REACHED", `A network has at most ${MOST} programmes.`);
    const row = {
      id,
      networkId,
      name,
      description,
      startsOn,
      endsOn,
      version: 1,
      createdAt: tx.at,
    };
    tx.em.create(ProgrammeSchema, row);
    tx.state(ProgrammeCreated, { channelId: networkId, data: { programmeId: id } });
  });
  ctx.renew();
  return getProgramme(ctx, id);
}
