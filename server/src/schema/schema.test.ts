import "reflect-metadata";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  lexicographicSortSchema,
  printSchema,
  specifiedScalarTypes,
  type GraphQLNamedType,
  type GraphQLType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { buildSchema } from "./schema.ts";

const schema = buildSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) =>
    !type.name.startsWith("__") && !specifiedScalarTypes.some(({ name }) => name === type.name),
);

/** Lists that stay short by their nature, each with its bound. Every other list of objects is a connection. */
const shortLists = new Set([
  "Query.nodes", // as many as were asked for
  "Message.history", // one a change
  "Network.countries", // 249
  "Person.posts", // 30
  "Viewer.profileAudiences", // one a field
  "Message.reactions", // 40 kinds
  "ReactionCount.people", // 50
  "Thread.pinnedMessages", // 50
  "Organisation.names", // one a change of name
  "Organisation.predecessors", // those of a few mergers, 50 each
  "MergeOrganisationsPayload.organisations", // as many as were asked for
  "OrganisationsMerged.organisations", // 50
  "PresenceSnapshot.here", // 50
  "PresenceUpdate.came", // 50
  "PresenceUpdate.here", // 50
  "PresenceUpdate.typing", // 50
  "PresenceUpdate.writing", // 50
  "Programme.waves", // 50
  "Programme.relations", // 200
  "Organisation.relations", // a few programmes
  "Network.viewerActions", // one an action
  "Membership.viewerActions",
  "Group.viewerActions",
  "Group.compactVersions", // 100
  "Group.applicationDraft", // one a question
  "JoiningForm.questions", // 10
  "JoiningForm.eligibility", // one a condition
  "Application.answers", // one a question
  "BulkAct.plans", // one a plan
  "BulkAct.outcomes", // one an outcome
  "InviteToGroupPayload.invitations", // as many as were asked for
  "AnnounceToGroupsPayload.announcements", // 200, as many as were asked for
  "AnnouncementReach.groups", // 200
]);

describe("the printed schema", () => {
  it("is the committed one", () => {
    const file = fileURLToPath(new URL("../../../schema.graphql", import.meta.url));
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(
      printed === readFileSync(file, "utf8"),
      "schema.graphql is not what the server serves: run `npm run schema` and commit it.",
    ).toBe(true);
  });

  it("describes every type, field, argument and enum value", () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it("pages every list that can be long", () => {
    expect(types.flatMap(plainLists)).toEqual([]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const missing: string[] = [];
  const look = (name: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) missing.push(name);
  };
  look(type.name, type);
  if (isEnumType(type))
    for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  return missing;
}

function plainLists(type: GraphQLNamedType): string[] {
  if (!isObjectType(type) || type.name.endsWith("Connection")) return [];
  return Object.values(type.getFields())
    .filter((field) => isList(field.type) && isComposite(getNamedType(field.type)))
    .map((field) => `${type.name}.${field.name}`)
    .filter((name) => !name.endsWith("Payload.errors") && !shortLists.has(name));
}

const isList = (type: GraphQLType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
const isComposite = (type: GraphQLNamedType) => !isEnumType(type) && !isScalarType(type);
