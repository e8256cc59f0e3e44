import type { Actor } from "../../world.ts";
import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import type { Call, Rows } from "../row.ts";

const leading = (model: Model, groupId: string) =>
  model.places.filter(
    (place) =>
      place.groupId === groupId && (place.role === "COORDINATOR" || place.role === "MANAGER"),
  );

/** Somebody of the group's network, which who is in another of its groups is in, who is not in it. */
function outside(model: Model, dice: Dice, groupId: string) {
  const { networkId } = model.groups.find(({ id }) => id === groupId)!;
  const near = new Set(
    model.groups.filter((group) => group.networkId === networkId).map(({ id }) => id),
  );
  const isIn = (person: Actor, groups: Set<string>) =>
    model.places.some((place) => place.person === person && groups.has(place.groupId));
  return dice.of(
    model.people.filter((person) => isIn(person, near) && !isIn(person, new Set([groupId]))),
  );
}

const asking = (model: Model, dice: Dice, visibility: string) =>
  dice.of(
    model.groups.filter(
      (group) =>
        group.visibility === visibility && ["ACTIVE", "SELF_SUSTAINING"].includes(group.state),
    ),
  );

/** An application in one of these states, with who decides about it. */
function decided(model: Model, dice: Dice, states: readonly string[]): Call | null {
  const pairs = model.applications
    .filter(({ state }) => states.includes(state))
    .flatMap(({ id, groupId }) =>
      leading(model, groupId).map(({ person }) => ({ by: person, input: { applicationId: id } })),
    );
  return dice.of(pairs) ?? null;
}

const ofOwn = (model: Model, dice: Dice, states: readonly string[]): Call | null => {
  const one = dice.of(model.applications.filter(({ state }) => states.includes(state)));
  return one ? { by: one.person, input: { applicationId: one.id } } : null;
};

const waiting = (model: Model, dice: Dice, states: readonly string[]): Call | null => {
  const one = dice.of(model.waitingPlaces.filter(({ state }) => states.includes(state)));
  return one ? { by: one.person, input: { waitingPlaceId: one.id } } : null;
};

export const joiningRows: Rows = {
  setJoiningForm: {
    weight: 1,
    silent:
      "A form is asked for by who opens it; an answer to an older one is told by its question.",
    call(model, dice, memory) {
      const group = asking(model, dice, "RESTRICTED");
      const by = group && dice.of(leading(model, group.id));
      const questions = [{ kind: "SHORT_TEXT", label: memory.words(), required: false }];
      return by ? { by: by.person, input: { groupId: group.id, questions } } : null;
    },
  },
  saveApplicationDraft: {
    weight: 1,
    silent: "A draft is kept for the next opening: two devices would undo each other's words.",
    call(model, dice, memory) {
      const group = asking(model, dice, "RESTRICTED");
      const by = group && outside(model, dice, group.id);
      const answers = [{ key: "why", text: memory.words() }];
      return by ? { by, input: { groupId: group.id, answers } } : null;
    },
  },
  applyToGroup: {
    weight: 4,
    call(model, dice) {
      const group = asking(model, dice, "RESTRICTED");
      const by = group && outside(model, dice, group.id);
      return by ? { by, input: { groupId: group.id, answers: [] } } : null;
    },
  },
  askApplicant: {
    weight: 2,
    call(model, dice, memory) {
      const found = decided(model, dice, ["SUBMITTED"]);
      return found && { ...found, input: { ...found.input, question: memory.words() } };
    },
  },
  answerApplication: {
    weight: 3,
    call(model, dice, memory) {
      const found = ofOwn(model, dice, ["INFORMATION_ASKED"]);
      return found && { ...found, input: { ...found.input, text: memory.words() } };
    },
  },
  withdrawApplication: {
    weight: 1,
    // Else what one takes back is never decided, and the other way round.
    call: (model, dice) =>
      dice.once(2) ? ofOwn(model, dice, ["SUBMITTED", "INFORMATION_ASKED"]) : null,
  },
  decideApplication: {
    weight: 2,
    call(model, dice, memory) {
      if (dice.once(2)) return null;
      const found = decided(model, dice, ["SUBMITTED", "INFORMATION_ASKED"]);
      const how = { accept: dice.once(2), reason: memory.words(), waitIfFull: true };
      return found && { ...found, input: { ...found.input, ...how } };
    },
  },
  waitForSeat: {
    weight: 4,
    call(model, dice) {
      const full = { ...model, groups: model.groups.filter((each) => each.full) };
      const group = asking(full, dice, "OPEN");
      const by = group && outside(model, dice, group.id);
      return by ? { by, input: { groupId: group.id } } : null;
    },
  },
  takeOfferedSeat: { weight: 3, call: (model, dice) => waiting(model, dice, ["OFFERED"]) },
  giveUpWaiting: { weight: 1, call: (model, dice) => waiting(model, dice, ["WAITING", "OFFERED"]) },
};
