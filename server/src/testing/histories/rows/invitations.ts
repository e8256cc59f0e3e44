import { randomUUID } from "node:crypto";
import { byHand, leads, placeIn } from "../choose.ts";
import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import type { Data } from "../../world.ts";
import type { Call, Memory, Rows } from "../row.ts";

const silent =
  "Invitations are no live field's: they concern the two or three who invite, whose page asks when it opens.";

const address = () => `${randomUUID()}@people.example`;
const handedOut = {
  selection: "invitation { id token }",
  keep({ tokens }: Memory, { payload }: { payload: Data }) {
    const { id, token } = (payload["invitation"] ?? {}) as Data;
    if (id && token) tokens.set(id, token);
  },
};

function inviter(model: Model, dice: Dice): { by: Call["by"]; groupId: string } | null {
  const found = placeIn(model, dice, (place, group) => byHand(group) && leads(place));
  return found && { by: found.by, groupId: found.group.id };
}

const onOne = (model: Model, dice: Dice, memory: Memory): Call | null => {
  const found = inviter(model, dice);
  const invitationId = dice.of([...memory.tokens.keys()]);
  return found && invitationId ? { by: found.by, input: { invitationId } } : null;
};

export const invitationRows: Rows = {
  inviteToGroup: {
    weight: 3,
    silent,
    call(model, dice) {
      const found = inviter(model, dice);
      if (!found) return null;
      const emails = Array.from({ length: 1 + dice.below(2) }, address);
      const role = dice.once(4) ? "COORDINATOR" : "MEMBER";
      return { by: found.by, input: { groupId: found.groupId, role, emails } };
    },
    selection: "invitations { id token }",
    keep({ tokens }, { payload }) {
      for (const { id, token } of payload["invitations"] as Data[])
        if (token) tokens.set(id, token);
    },
  },
  createInvitationLink: {
    weight: 1,
    silent,
    call(model, dice) {
      const found = inviter(model, dice);
      return found && { by: found.by, input: { groupId: found.groupId, role: "MEMBER" } };
    },
    ...handedOut,
  },
  renewInvitation: { weight: 1, silent, call: onOne, ...handedOut },
  revokeInvitation: { weight: 1, silent, call: onOne },
  acceptInvitation: {
    weight: 6,
    call({ people }, dice, { tokens }) {
      const token = dice.of([...tokens.values()]);
      return token ? { by: dice.of(people)!, input: { token } } : null;
    },
  },
};
