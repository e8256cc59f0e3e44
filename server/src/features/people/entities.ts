import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

export const PersonSchema = defineEntity({
  name: "Person",
  tableName: "person",
  properties: {
    /** The account's id. */
    id: p.uuid().primary(),
    /** As the person writes it. */
    name: p.text(),
    profession: p.text().nullable(),
    country: p.text().nullable(),
    timeZone: p.text().nullable(),
    languages: p.array().default([]),
    about: p.text().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type PersonRow = InferEntity<typeof PersonSchema>;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    person: PersonRow;
  }
}
