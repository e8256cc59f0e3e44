import { demand } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { getNetwork, networkPolicy, networkRoleIn } from "../../networks/public.ts";
import { defaultVisibility } from "../entities/life.ts";
import { getGroup } from "../queries/groups.ts";
import type { Group } from "../types/group.ts";
import type { CreateGroupInput } from "../types/groupInputs.ts";
import { emptyGroup, makeGroup } from "./makeGroup.ts";
import { admit } from "./places.ts";
import { channelsOf, findSight } from "./sight.ts";
import { checkDays, seatsOfNew, wishedContext } from "./wishes.ts";

/** Makes a group with the viewer as its manager. */
export async function createGroup(ctx: Context, input: CreateGroupInput): Promise<Group> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const state = input.state ?? "ACTIVE";
  if (state !== "FORMING" && state !== "ACTIVE")
    throw refused("INVALID_INPUT", "A new group is FORMING or ACTIVE; it moves on from there.", [
      "state",
    ]);
  // Read before the lock: who makes a group while its rules change has either.
  const network = await getNetwork(ctx, networkId);
  const wanted = {
    ...emptyGroup,
    networkId,
    kind: input.kind,
    name: cleanLine(input.name, { field: "name", max: 120 }),
    ...wishedContext(input),
    ...seatsOfNew(input, network),
    visibility: input.visibility ?? defaultVisibility(input.kind, network.groupVisibility),
    state,
  };
  checkDays(wanted);

  const sight = await findSight(ctx.db, networkId);
  const groupId = await ctx.live.write(
    { channels: [...channelsOf(sight), personId], actorId: personId },
    async (tx) => {
      const role = await networkRoleIn(tx.db, { networkId, personId });
      if (!role) throw notFound();
      demand(networkPolicy.CREATE_GROUP, { standing: role, state: null });
      if (wanted.kind === "COORDINATORS")
        throw refused("ALREADY_EXISTS", "This network has its coordinators' group already.", [
          "kind",
        ]);
      const group = await makeGroup(tx, { wanted, sight });
      await admit(tx, { group, personId, role: "MANAGER" });
      return group.id;
    },
  );
  ctx.renew();
  return getGroup(ctx, groupId);
}
