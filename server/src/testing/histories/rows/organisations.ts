import type { Dice } from "../dice.ts";
import type { Model, ModelOrganisation } from "../model.ts";
import type { Call, Rows } from "../row.ts";

const countries = ["ZM", "NP", "GB"];
const kinds = ["HOSPITAL", "TRUST", "UNIVERSITY"];

/** An organisation that passes, with a manager of its network. */
function keeperOf(
  { organisations, networks }: Model,
  dice: Dice,
  fits: (organisation: ModelOrganisation) => boolean = () => true,
): { by: Call["by"]; organisation: ModelOrganisation } | null {
  const pairs = organisations
    .filter(fits)
    .flatMap((organisation) =>
      networks
        .filter(({ id }) => id === organisation.networkId)
        .flatMap(({ managers }) => managers.map((by) => ({ by, organisation }))),
    );
  return dice.of(pairs) ?? null;
}

const living = ({ ended }: ModelOrganisation) => !ended;

/** A day after the last of its names was given, and before today. */
const dayAfter = ({ formerNames }: ModelOrganisation) =>
  new Date(Date.UTC(2001, 0, 1 + formerNames)).toISOString().slice(0, 10);

export const organisationRows: Rows = {
  registerOrganisation: {
    weight: 3,
    call({ networks }, dice, memory) {
      const network = dice.of(networks);
      const by = network && dice.of(network.managers);
      if (!by) return null;
      const input = { name: memory.words(), kind: dice.of(kinds), country: dice.of(countries) };
      return { by, input: { networkId: network.id, ...input } };
    },
  },
  correctOrganisation: {
    weight: 1,
    call(model, dice, memory) {
      const found = keeperOf(model, dice);
      if (!found) return null;
      const change = dice.of([
        { name: memory.words() },
        { area: dice.of(["Lusaka", null]) },
        { kind: dice.of(kinds) },
        { validFrom: "1999-12-31" },
      ]);
      return { by: found.by, input: { organisationId: found.organisation.id, ...change } };
    },
  },
  renameOrganisation: {
    weight: 1,
    call(model, dice, memory) {
      const found = keeperOf(model, dice, living);
      if (!found) return null;
      const { by, organisation } = found;
      const input = { organisationId: organisation.id, name: memory.words() };
      return { by, input: { ...input, on: dayAfter(organisation) } };
    },
  },
  mergeOrganisations: {
    weight: 1,
    call(model, dice) {
      const found = keeperOf(model, dice, living);
      if (!found) return null;
      const { by, organisation } = found;
      const into = dice.of(
        model.organisations.filter(
          (each) =>
            living(each) && each !== organisation && each.networkId === organisation.networkId,
        ),
      );
      if (!into) return null;
      const input = { organisationIds: [organisation.id], intoId: into.id, on: "2020-04-01" };
      return { by, input };
    },
  },
  closeOrganisation: {
    weight: 1,
    call(model, dice) {
      const found = keeperOf(model, dice, living);
      return (
        found && {
          by: found.by,
          input: { organisationId: found.organisation.id, on: "2020-04-01" },
        }
      );
    },
  },
  reviveOrganisation: {
    weight: 1,
    call(model, dice) {
      const found = keeperOf(model, dice, ({ ended }) => ended);
      return found && { by: found.by, input: { organisationId: found.organisation.id } };
    },
  },
};
