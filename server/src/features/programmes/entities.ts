import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

export const ProgrammeSchema = defineEntity({
  name: "Programme",
  tableName: "programme",
  properties: {
    id: p.uuid().primary(),
    networkId: p.uuid(),
    name: p.text(),
    description: p.text().nullable(),
    startsOn: p.string().columnType("date").nullable(),
    endsOn: p.string().columnType("date").nullable(),
    version: p.integer(),
    createdAt: p.datetime(),
  },
});
export type ProgrammeRow = InferEntity<typeof ProgrammeSchema>;

export const WaveSchema = defineEntity({
  name: "Wave",
  tableName: "wave",
  properties: {
    id: p.uuid().primary(),
    programmeId: p.uuid(),
    name: p.text(),
    startsOn: p.string().columnType("date").nullable(),
    endsOn: p.string().columnType("date").nullable(),
    createdAt: p.datetime(),
  },
});
export type WaveRow = InferEntity<typeof WaveSchema>;

/** What an organisation does for a programme. */
export const relationKinds = { FUNDS: "FUNDS", HOSTS: "HOSTS", PARTNERS: "PARTNERS" } as const;
export type RelationKind = keyof typeof relationKinds;

export const RelationSchema = defineEntity({
  name: "ProgrammeRelation",
  tableName: "programme_relation",
  properties: {
    id: p.uuid().primary(),
    programmeId: p.uuid(),
    organisationId: p.uuid(),
    kind: p.string().$type<RelationKind>(),
    /** The first day; null: from the beginning. */
    fromDay: p.string().columnType("date").nullable(),
    /** The day after the last one; null while it lasts. */
    untilDay: p.string().columnType("date").nullable(),
    createdAt: p.datetime(),
  },
});
export type RelationRow = InferEntity<typeof RelationSchema>;

/** Where a group belongs: to at most one programme, and there to at most one wave. */
interface ProgrammeGroupRow {
  groupId: string;
  programmeId: string;
  waveId: string | null;
  placedAt: Date;
}

declare module "../../platform/database/tables.ts" {
  interface Tables {
    programme: ProgrammeRow;
    wave: WaveRow;
    programmeRelation: RelationRow;
    programmeGroup: ProgrammeGroupRow;
  }
}
