import { randomUUID } from "node:crypto";
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

export const networkRows: Rows = {
  createNetwork: {
    weight: 1,
    call: ({ people }, dice) => ({
      by: dice.of(people)!,
      input: { slug: `net-${randomUUID().slice(0, 13)}`, name: "One more network" },
    }),
  },
};
