import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { ClinicalField } from "./fields.ts";
import type { CareerStage, ProfileField } from "./profileFields.ts";

export const PersonSchema = defineEntity({
  name: "Person",
  tableName: "person",
  properties: {
    /** The account's id. */
    id: p.uuid().primary(),
    /** As the person writes it. */
    name: p.text(),
    /** How the name is said, in the person's own words. */
    pronunciation: p.text().nullable(),
    profession: p.text().nullable(),
    field: p.string().$type<ClinicalField>().nullable(),
    careerStage: p.string().$type<CareerStage>().nullable(),
    country: p.text().nullable(),
    timeZone: p.text().nullable(),
    /** Read and written. */
    languages: p.array().default([]),
    /** Read, and not written. */
    alsoReads: p.array().default([]),
    /** Written, and not read. */
    alsoWrites: p.array().default([]),
    interests: p.array().default([]),
    canHelpWith: p.text().nullable(),
    about: p.text().nullable(),
    /** Fields for people in the same groups only. What stands in neither list is for the same networks. */
    shownToGroups: p.array().$type<ProfileField[]>().default([]),
    /** Fields for nobody but the person. */
    shownToNobody: p.array().$type<ProfileField[]>().default([]),
    /** Hash of the picture. */
    photo: p.text().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type PersonRow = InferEntity<typeof PersonSchema>;

/** Somebody of whom no more is known than the name. */
export const newPerson = (
  known: Pick<PersonRow, "id" | "name" | "createdAt"> & Partial<PersonRow>,
): PersonRow => ({
  pronunciation: null,
  profession: null,
  field: null,
  careerStage: null,
  country: null,
  timeZone: null,
  languages: [],
  alsoReads: [],
  alsoWrites: [],
  interests: [],
  canHelpWith: null,
  about: null,
  shownToGroups: [],
  shownToNobody: [],
  photo: null,
  ...known,
});

/** A place of work over time. */
export const PostSchema = defineEntity({
  name: "Post",
  tableName: "post",
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    title: p.text(),
    /** As the person writes it. */
    employer: p.text(),
    startsOn: p.string().columnType("date"),
    /** null while it lasts. */
    endsOn: p.string().columnType("date").nullable(),
    createdAt: p.datetime(),
  },
});
export type PostRow = InferEntity<typeof PostSchema>;

/** A picture that was uploaded; whose it is decides who may make it theirs. */
interface PhotoRow {
  hash: string;
  personId: string;
  createdAt: Date;
}

declare module "../../platform/database/tables.ts" {
  interface Tables {
    person: PersonRow;
    post: PostRow;
    photo: PhotoRow;
  }
}
