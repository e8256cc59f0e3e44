import { randomUUID } from "node:crypto";
import type { Dice } from "../dice.ts";
import type { Model, ModelBulkAct } from "../model.ts";
import type { Call, Rows } from "../row.ts";

const silent = "What is only planned is for who plans it; others hear of it when it begins.";

/** A manager of a network with an act that passes. */
function actOf(
  { bulkActs, networks }: Model,
  dice: Dice,
  fits: (act: ModelBulkAct) => boolean,
): { by: Call["by"]; act: ModelBulkAct } | null {
  const pairs = bulkActs
    .filter(fits)
    .flatMap((act) =>
      networks
        .filter(({ id }) => id === act.networkId)
        .flatMap(({ managers }) => managers.map((by) => ({ by, act }))),
    );
  return dice.of(pairs) ?? null;
}

const ofNetwork = ({ networks }: Model, dice: Dice, more: object = {}): Call | null => {
  const network = dice.of(networks);
  const by = network && dice.of(network.managers);
  return by ? { by, input: { networkId: network.id, ...more } } : null;
};

export const administrationRows: Rows = {
  gatherInvitations: {
    weight: 2,
    silent,
    call: (model, dice) =>
      ofNetwork(model, dice, { part: 1, text: `${randomUUID()}@people.example` }),
  },
  planInvitations: {
    weight: 2,
    silent,
    call(model, dice) {
      const isNew = ({ kind, state }: ModelBulkAct) =>
        kind === "INVITE" && (state === "GATHERING" || state === "PLANNED");
      const found = actOf(model, dice, isNew);
      const groups = model.groups.filter(
        ({ networkId, isRoom }) => networkId === found?.act.networkId && !isRoom,
      );
      const group = dice.of(groups);
      if (!found || !group) return null;
      return { by: found.by, input: { bulkActId: found.act.id, groupId: group.id } };
    },
  },
  planResending: { weight: 1, silent, call: (model, dice) => ofNetwork(model, dice) },
  startBulkAct: {
    weight: 2,
    call(model, dice) {
      const found = actOf(model, dice, ({ state, total }) => state === "PLANNED" && total > 0);
      return found && { by: found.by, input: { bulkActId: found.act.id } };
    },
  },
  undoBulkAct: {
    weight: 1,
    call(model, dice) {
      const begun = ({ kind, state }: ModelBulkAct) =>
        kind === "INVITE" && (state === "RUNNING" || state === "DONE");
      const found = actOf(model, dice, begun);
      return found && { by: found.by, input: { bulkActId: found.act.id } };
    },
  },
};
