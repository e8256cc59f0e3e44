import type { Actor } from "../../world.ts";
import { leads, outsideOf, taking } from "../choose.ts";
import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import type { Call, Rows } from "../row.ts";

/** Who decides about a group: who leads it, and who manages its network. */
function leading({ groups, networks, places }: Model, groupId: string): Actor[] {
  const { networkId } = groups.find(({ id }) => id === groupId)!;
  const managers = networks.find(({ id }) => id === networkId)?.managers ?? [];
  const inside = places.filter((place) => place.groupId === groupId && leads(place));
  return [...new Set([...inside.map(({ person }) => person), ...managers])];
}

/** An application in one of these states, with who decides about it. */
function decided(model: Model, dice: Dice, states: readonly string[]): Call | null {
  const pairs = model.applications
    .filter(({ state }) => states.includes(state))
    .flatMap(({ id, groupId }) =>
      leading(model, groupId).map((by) => ({ by, input: { applicationId: id } })),
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
      const pairs = taking(model, "RESTRICTED").flatMap(({ id }) =>
        leading(model, id).map((by) => ({ by, groupId: id })),
      );
      const found = dice.of(pairs);
      const questions = [{ kind: "SHORT_TEXT", label: memory.words(), required: false }];
      return found ? { by: found.by, input: { groupId: found.groupId, questions } } : null;
    },
  },
  saveApplicationDraft: {
    weight: 1,
    silent: "A draft is kept for the next opening: two devices would undo each other's words.",
    call(model, dice, memory) {
      const found = outsideOf(model, dice, taking(model, "RESTRICTED"));
      const answers = [{ key: "why", text: memory.words() }];
      return found && { by: found.by, input: { groupId: found.group.id, answers } };
    },
  },
  applyToGroup: {
    weight: 4,
    call(model, dice) {
      const found = outsideOf(model, dice, taking(model, "RESTRICTED"));
      return found && { by: found.by, input: { groupId: found.group.id, answers: [] } };
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
      const full = taking(model, "OPEN").filter((group) => group.full);
      const found = outsideOf(model, dice, full);
      return found && { by: found.by, input: { groupId: found.group.id } };
    },
  },
  giveUpWaiting: {
    weight: 1,
    // Who still waits first: else what is offered is never taken.
    call: (model, dice) => waiting(model, dice, ["WAITING"]) ?? waiting(model, dice, ["OFFERED"]),
  },
  takeOfferedSeat: { weight: 3, call: (model, dice) => waiting(model, dice, ["OFFERED"]) },
};
