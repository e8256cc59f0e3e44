import { byHand, leads, outsideOf, placeIn, taking } from "../choose.ts";
import type { Dice } from "../dice.ts";
import type { Model, Place } from "../model.ts";
import type { Call, Rows } from "../row.ts";

/** Somebody acts on another person's place in the same group, or on their own. */
function onPlace(
  model: Model,
  dice: Dice,
  fits: (by: Place, at: Place) => boolean,
): { by: Call["by"]; groupId: string; personId: string } | null {
  const hand = new Set(model.groups.filter(byHand).map(({ id }) => id));
  const pairs = model.places
    .filter(({ groupId }) => hand.has(groupId))
    .flatMap((at) =>
      model.places
        .filter((by) => by.groupId === at.groupId && fits(by, at))
        .map((by) => ({ by: by.person, groupId: at.groupId, personId: at.person.id })),
    );
  return dice.of(pairs) ?? null;
}

const isSealed = ({ state }: { state: string }) => state === "SEALED";

export const groupRows: Rows = {
  createGroup: {
    weight: 1,
    call(model, dice) {
      const network = dice.of(model.networks);
      if (!network) return null;
      const kind = dice.of(["COHORT", "COMMUNITY", "ALUMNI", "COMBINED_COHORT"]);
      const by = dice.of(network.managers);
      if (!by) return null;
      const visibility = dice.of([null, "OPEN", "RESTRICTED", "CONFIDENTIAL"]);
      const input = { networkId: network.id, name: "One more group", kind, visibility };
      return { by, input: { ...input, state: dice.of(["ACTIVE", "FORMING"]) } };
    },
  },
  editGroup: {
    weight: 2,
    call(model, dice, memory) {
      const found = placeIn(model, dice, (place, group) => leads(place) && !isSealed(group));
      if (!found) return null;
      const change = dice.of([
        { name: memory.words() },
        { description: memory.words() },
        { description: null },
        { country: dice.of(["KE", "ZM", null]) },
        { setting: dice.of(["RURAL", "MIXED", null]), resources: memory.words() },
        { field: "MIDWIFERY", language: "sw" },
        { visibility: dice.of(["OPEN", "RESTRICTED", "PRIVATE", "CONFIDENTIAL"]) },
        { memberCapacity: dice.of([1, 4, null]) },
      ]);
      return { by: found.by, input: { groupId: found.group.id, ...change } };
    },
  },
  moveGroupOn: {
    weight: 1,
    call(model, dice) {
      const found = placeIn(
        model,
        dice,
        (place, group) =>
          byHand(group) && (place.role === "MANAGER" || (leads(place) && !isSealed(group))),
      );
      if (!found) return null;
      const { id, visibility } = found.group;
      // Of each kind some stay open, or there is soon nothing left to do.
      const open = model.groups.filter(
        (group) =>
          group.visibility === visibility && ["ACTIVE", "SELF_SUSTAINING"].includes(group.state),
      );
      const onward =
        open.length > 2 ? ["GRADUATED", "SEALED", "SELF_SUSTAINING"] : ["SELF_SUSTAINING"];
      const state = isSealed(found.group) ? "GRADUATED" : dice.of(onward);
      return { by: found.by, input: { groupId: id, state } };
    },
  },
  openCoordinatorsRoom: {
    weight: 2,
    call(model, dice) {
      const found = placeIn(model, dice, ({ role }) => role === "COORDINATOR");
      return found && { by: found.by, input: { groupId: found.group.id } };
    },
  },
  joinGroup: {
    weight: 3,
    call(model, dice) {
      const found = outsideOf(model, dice, taking(model, "OPEN"));
      if (!found) return null;
      const agreesToCompact = dice.of([null, found.group.compact]);
      return { by: found.by, input: { groupId: found.group.id, agreesToCompact } };
    },
  },
  writeCompact: {
    weight: 2,
    call(model, dice, memory) {
      const found = placeIn(model, dice, (place, group) => leads(place) && !isSealed(group));
      if (!found) return null;
      const text = { body: memory.words(), change: dice.of([null, memory.words()]) };
      return { by: found.by, input: { groupId: found.group.id, ...text } };
    },
  },
  agreeToCompact: {
    weight: 4,
    call(model, dice) {
      const found = placeIn(
        model,
        dice,
        (_place, group) => group.compact !== null && !isSealed(group),
      );
      if (!found) return null;
      return { by: found.by, input: { groupId: found.group.id, version: found.group.compact } };
    },
  },
  leaveGroup: {
    weight: 2,
    call(model, dice) {
      const found = placeIn(model, dice, (_place, group) => byHand(group));
      return found && { by: found.by, input: { groupId: found.group.id } };
    },
  },
  changeRole: {
    weight: 3,
    call(model, dice) {
      const found = onPlace(
        model,
        dice,
        (by, at) => by.role === "MANAGER" || (leads(by) && at.role === "MEMBER"),
      );
      if (!found) return null;
      const { by, ...input } = found;
      const role = dice.of(["MEMBER", "COORDINATOR", "MODERATOR", "MANAGER"]);
      return { by, input: { ...input, role } };
    },
  },
  handOnRole: {
    weight: 1,
    call(model, dice) {
      const found = onPlace(model, dice, (by, at) => leads(by) && at.role === "MEMBER");
      return (
        found && { by: found.by, input: { groupId: found.groupId, toPersonId: found.personId } }
      );
    },
  },
  removeMember: {
    weight: 3,
    call(model, dice) {
      const found = onPlace(
        model,
        dice,
        (by, at) =>
          by.person !== at.person && (by.role === "MANAGER" || (leads(by) && at.role === "MEMBER")),
      );
      if (!found) return null;
      const { by, ...input } = found;
      return { by, input };
    },
  },
};
