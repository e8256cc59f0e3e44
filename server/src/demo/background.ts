import { v7 } from "uuid";
import { folded } from "../house/text.ts";
import type { Insertable } from "kysely";
import type { Tables } from "../platform/database/tables.ts";
import { demoOrganisations, demoProgrammes } from "./content/programmes.ts";
import type { Founding } from "./places.ts";
import type { Rows } from "./rows.ts";

type Background = Pick<
  Rows,
  | "organisation"
  | "organisationFormerName"
  | "programme"
  | "wave"
  | "programmeRelation"
  | "programmeGroup"
>;

/** What stands behind the groups of a network: its register, and its programmes with their waves. */
export function layBackground({ network, places }: Founding): Background {
  const createdAt = network.createdAt;
  const idAt = () => v7({ msecs: createdAt.getTime() });
  const entries = demoOrganisations[network.slug] ?? [];
  const programmes = demoProgrammes[network.slug] ?? [];
  const organisationIds = new Map(entries.map(({ key }) => [key, idAt()]));
  const idOf = (key: string) => found(organisationIds.get(key), key);
  const groupId = (key: string) =>
    found(places.find(({ demo }) => demo.key === key)?.group.id, key);

  const background: Background = {
    // What carries another one on is written before it.
    organisation: entries.toReversed().map((entry) => ({
      id: idOf(entry.key),
      networkId: network.id,
      name: entry.name,
      nameKey: folded(entry.name),
      searchKey: folded(
        [entry.name, entry.area ?? "", ...(entry.former ?? []).map(({ name }) => name)].join(" "),
      ),
      kind: entry.kind,
      country: entry.country,
      area: entry.area ?? null,
      validFrom: entry.validFrom ?? null,
      validTo: entry.wentInto?.on ?? null,
      successorId: entry.wentInto ? idOf(entry.wentInto.key) : null,
      version: 1,
      createdAt,
    })),
    organisationFormerName: entries.flatMap(({ key, former = [] }) =>
      former.map((name) => ({ organisationId: idOf(key), ...name })),
    ),
    programme: [],
    wave: [],
    programmeRelation: [],
    programmeGroup: [],
  };
  for (const { name, description, startsOn, endsOn, waves, groups, relations } of programmes) {
    const programmeId = idAt();
    const place = (key: string, waveId: string | null): Insertable<Tables["programmeGroup"]> => ({
      groupId: groupId(key),
      programmeId,
      waveId,
      placedAt: createdAt,
    });
    background.programme.push({
      id: programmeId,
      networkId: network.id,
      name,
      description,
      startsOn,
      endsOn,
      version: 1,
      createdAt,
    });
    for (const wave of waves) {
      const id = idAt();
      const span = { name: wave.name, startsOn: wave.startsOn, endsOn: wave.endsOn };
      background.wave.push({ id, programmeId, ...span, createdAt });
      background.programmeGroup.push(...wave.groups.map((key) => place(key, id)));
    }
    background.programmeGroup.push(...groups.map((key) => place(key, null)));
    for (const { organisation, ...relation } of relations)
      background.programmeRelation.push({
        id: idAt(),
        programmeId,
        organisationId: idOf(organisation),
        ...relation,
        createdAt,
      });
  }
  return background;
}

function found(id: string | undefined, key: string): string {
  if (id === undefined) throw new Error(`the demo world has nothing called ${key}`);
  return id;
}
