import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import type { Call, Rows } from "../row.ts";

const leading = (model: Model, groupId: string) =>
  model.places.filter(
    (place) =>
      place.groupId === groupId && (place.role === "COORDINATOR" || place.role === "MANAGER"),
  );

/** Somebody of a network of the group who is not in it. */
function outside(model: Model, dice: Dice, groupId: string) {
  const inside = model.places.filter((place) => place.groupId === groupId);
  return dice.of(model.people.filter((person) => !inside.some((at) => at.person === person)));
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
    call: (model, dice) => ofOwn(model, dice, ["SUBMITTED", "INFORMATION_ASKED"]),
  },
  decideApplication: {
    weight: 2,
    call(model, dice, memory) {
      const found = decided(model, dice, ["SUBMITTED", "INFORMATION_ASKED"]);
      const how = { accept: dice.once(2), reason: memory.words(), waitIfFull: true };
      return found && { ...found, input: { ...found.input, ...how } };
    },
  },
  waitForSeat: {
    weight: 4,
    call(model, dice) {
      const group = asking(model, dice, "OPEN");
      const by = group && outside(model, dice, group.id);
      return by ? { by, input: { groupId: group.id } } : null;
    },
  },
  giveUpWaiting: { weight: 1, call: (model, dice) => waiting(model, dice, ["WAITING", "OFFERED"]) },
  takeOfferedSeat: { weight: 3, call: (model, dice) => waiting(model, dice, ["OFFERED"]) },
};
