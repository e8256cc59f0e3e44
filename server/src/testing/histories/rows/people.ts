import { randomUUID } from "node:crypto";
import type { Dice } from "../dice.ts";
import type { Model } from "../model.ts";
import type { Rows } from "../row.ts";

export const peopleRows: Rows = {
  updateProfile: {
    weight: 1,
    silent:
      "A person is no channel's: names are read fresh with whatever is shown next, and nobody is told of them.",
    call: ({ people }, dice, memory) => ({
      by: dice.of(people)!,
      input: { name: memory.words(), profession: dice.of(["Nurse", "Midwife", null]) },
    }),
  },
};

export const directoryRows: Rows = {
  listInDirectory: {
    weight: 1,
    silent: "Who can be found is asked by the directory's pages when they open.",
    call: ({ networks }, dice) => {
      const network = dice.of(networks);
      const by = dice.of(network?.managers ?? []);
      return network && by ? { by, input: { networkId: network.id, on: !dice.once(3) } } : null;
    },
  },
};

/** So many stay, so that something goes on happening. */
const STAY = 2;
const canSpare = ({ networks }: Model) => networks.filter(({ members }) => members.length > STAY);

/** A manager of a network and somebody who is in it, perhaps the same. */
function inNetwork(networks: Model["networks"], dice: Dice) {
  const network = dice.of(networks);
  const by = dice.of(network?.managers ?? []);
  const person = dice.of(network?.members ?? []);
  return network && by && person
    ? { by, input: { networkId: network.id, personId: person.id } }
    : null;
}

export const networkRows: Rows = {
  createNetwork: {
    weight: 1,
    call: ({ people }, dice) => ({
      by: dice.of(people)!,
      input: { slug: `net-${randomUUID().slice(0, 13)}`, name: "One more network" },
    }),
  },
  changeNetworkRole: {
    weight: 2,
    call(model, dice) {
      const found = inNetwork(model.networks, dice);
      const role = dice.of(["MANAGER", "MEMBER", "MODERATOR"]);
      return found && { ...found, input: { ...found.input, role } };
    },
  },
  leaveNetwork: {
    weight: 1,
    call(model, dice) {
      const network = dice.of(canSpare(model));
      const by = dice.of(network?.members ?? []);
      return network && by ? { by, input: { networkId: network.id, evenIfLast: true } } : null;
    },
  },
  removeFromNetwork: {
    weight: 1,
    call(model, dice) {
      const pairs = canSpare(model).flatMap(({ id, managers, members }) =>
        managers.flatMap((by) =>
          members
            .filter((person) => person !== by)
            .map((person) => ({ by, input: { networkId: id, personId: person.id } })),
        ),
      );
      return dice.of(pairs) ?? null;
    },
  },
  editNetwork: {
    weight: 1,
    call({ networks }, dice, memory) {
      const network = dice.of(networks);
      const by = network && dice.of(network.managers);
      if (!by) return null;
      const change = dice.of([
        { name: memory.words() },
        { accent: dice.of(["#7a4fa3", "#ffdd00", null]) },
        { worksIn: dice.of([["ZM", "NP"], []]), languages: ["en"] },
        { memberSeats: dice.of([12, null]), groupVisibility: dice.of(["OPEN", null]) },
      ]);
      return { by, input: { networkId: network.id, ...change } };
    },
  },
};
