import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { cleanLine, cleanOptional } from "../../../house/text.ts";
import { notFound } from "../../../platform/graphql/errors.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import { networkPolicy, networkRoleIn } from "../../networks/public.ts";
import { defaultCapacities } from "../entities/group.ts";
import { getGroup } from "../queries/groups.ts";
import type { CreateGroupInput, Group } from "../types/group.ts";
import { makeGroup } from "./makeGroup.ts";
import { admit } from "./places.ts";

/** Makes a group with the viewer as its manager. */
export async function createGroup(ctx: Context, input: CreateGroupInput): Promise<Group> {
  const personId = ctx.personId;
  const networkId = uuidOf("Network", input.networkId);
  const wanted = {
    networkId,
    kind: input.kind,
    name: cleanLine(input.name, { field: "name", max: 120 }),
    description: cleanOptional(input.description, { field: "description", max: 2_000 }),
    country: input.country ?? null,
    memberCapacity: capacityOf(input, { name: "memberCapacity", max: 100_000 }),
    coordinatorCapacity: capacityOf(input, { name: "coordinatorCapacity", max: 100 }),
  };

  const groupId = await ctx.live.write(
    { channels: [networkId, personId], actorId: personId },
    async (tx) => {
      const role = await networkRoleIn(tx.db, { networkId, personId });
      if (!role) throw notFound();
      if (!networkPolicy.CREATE_GROUP(role, null))
        throw refused("FORBIDDEN", "Only the network's managers make groups in it.");
      if (wanted.kind === "COORDINATORS")
        throw refused("ALREADY_EXISTS", "This network has its coordinators' group already.", [
          "kind",
        ]);
      const group = await makeGroup(tx, wanted);
      await admit(tx, { group, personId, role: "MANAGER" });
      return group.id;
    },
  );
  ctx.renew();
  return getGroup(ctx, groupId);
}

function capacityOf(
  input: CreateGroupInput,
  { name, max }: { name: "memberCapacity" | "coordinatorCapacity"; max: number },
): number | null {
  const capacity = input[name] ?? defaultCapacities(input.kind)[name];
  if (capacity !== null && (capacity < 1 || capacity > max))
    throw refused("INVALID_INPUT", `The capacity must be from 1 to ${max}.`, [name]);
  return capacity;
}
