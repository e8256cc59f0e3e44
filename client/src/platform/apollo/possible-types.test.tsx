import { buildSchema, isAbstractType } from "graphql";
import { expect, it } from "vitest";
import schemaText from "../../../../schema.graphql?raw";
import { possibleTypes } from "./possible-types.ts";

it("knows what stands behind every interface and union of the schema", () => {
  const schema = buildSchema(schemaText);
  const abstract = Object.values(schema.getTypeMap()).filter(
    (type) => isAbstractType(type) && !type.name.startsWith("__"),
  );
  const expected = abstract.map((type) => [
    type.name,
    isAbstractType(type)
      ? schema
          .getPossibleTypes(type)
          .map((one) => one.name)
          .toSorted()
      : [],
  ]);
  const known = Object.entries(possibleTypes).map(([name, types]) => [name, types.toSorted()]);
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(expected));
});
