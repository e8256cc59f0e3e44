import type { Dice } from "../dice.ts";
import type { Model, ModelProgramme } from "../model.ts";
import type { Call, Rows } from "../row.ts";

/** A programme that passes, with a manager of its network. */
function keeperOf(
  { programmes, networks }: Model,
  dice: Dice,
  fits: (programme: ModelProgramme) => boolean = () => true,
): { by: Call["by"]; programme: ModelProgramme } | null {
  const pairs = programmes
    .filter(fits)
    .flatMap((programme) =>
      networks
        .filter(({ id }) => id === programme.networkId)
        .flatMap(({ managers }) => managers.map((by) => ({ by, programme }))),
    );
  return dice.of(pairs) ?? null;
}

const dated = (dice: Dice) => dice.of([{ endsOn: "2027-03-31" }, { endsOn: null }]);

export const programmeRows: Rows = {
  createProgramme: {
    weight: 2,
    call({ networks }, dice, memory) {
      const network = dice.of(networks);
      const by = network && dice.of(network.managers);
      return by ? { by, input: { networkId: network.id, name: memory.words() } } : null;
    },
  },
  editProgramme: {
    weight: 1,
    call(model, dice, memory) {
      const found = keeperOf(model, dice);
      if (!found) return null;
      const change = dice.of([{ name: memory.words() }, { description: memory.words() }]);
      return {
        by: found.by,
        input: { programmeId: found.programme.id, ...change, ...dated(dice) },
      };
    },
  },
  addWave: {
    weight: 2,
    call(model, dice, memory) {
      const found = keeperOf(model, dice);
      if (!found) return null;
      return { by: found.by, input: { programmeId: found.programme.id, name: memory.words() } };
    },
  },
  editWave: {
    weight: 1,
    call(model, dice, memory) {
      const found = keeperOf(model, dice, ({ waves }) => waves.length > 0);
      if (!found) return null;
      const waveId = dice.of(found.programme.waves);
      return { by: found.by, input: { waveId, name: memory.words(), ...dated(dice) } };
    },
  },
  removeWave: {
    weight: 1,
    call(model, dice) {
      const found = keeperOf(model, dice, ({ waves }) => waves.length > 0);
      return found && { by: found.by, input: { waveId: dice.of(found.programme.waves) } };
    },
  },
  relateOrganisation: {
    weight: 2,
    call(model, dice) {
      const found = keeperOf(model, dice);
      if (!found) return null;
      const { by, programme } = found;
      const organisation = dice.of(
        model.organisations.filter(({ networkId }) => networkId === programme.networkId),
      );
      if (!organisation) return null;
      const ends = { programmeId: programme.id, organisationId: organisation.id };
      return { by, input: { ...ends, kind: dice.of(["FUNDS", "HOSTS", "PARTNERS"]) } };
    },
  },
  dateRelation: {
    weight: 1,
    call(model, dice) {
      const found = keeperOf(model, dice, ({ relations }) => relations.length > 0);
      if (!found) return null;
      const days = dice.of([{ from: "2020-01-01" }, { until: "2026-03-31" }, { until: null }]);
      return { by: found.by, input: { relationId: dice.of(found.programme.relations), ...days } };
    },
  },
  removeRelation: {
    weight: 1,
    call(model, dice) {
      const found = keeperOf(model, dice, ({ relations }) => relations.length > 0);
      return found && { by: found.by, input: { relationId: dice.of(found.programme.relations) } };
    },
  },
  placeGroup: {
    weight: 2,
    call(model, dice) {
      const found = keeperOf(model, dice);
      if (!found) return null;
      const { by, programme } = found;
      const group = dice.of(
        model.groups.filter(
          ({ networkId, isRoom }) => networkId === programme.networkId && !isRoom,
        ),
      );
      if (!group) return null;
      const waveId = dice.of([null, ...programme.waves]);
      const place = dice.once(4) ? { programmeId: null } : { programmeId: programme.id, waveId };
      return { by, input: { groupId: group.id, ...place } };
    },
  },
};
