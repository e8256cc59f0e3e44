import { buildSchema, isAbstractType } from "graphql";
import { expect, it } from "vitest";
import schemaText from "../../../../schema.graphql?raw";
import { networkTypes } from "../../features/networks/live/network-types.ts";
import { possibleTypes } from "./possible-types.ts";

const schema = buildSchema(schemaText);

it("knows what stands behind the interface that fragments name", () => {
  const type = schema.getType("LiveUpdate");
  const expected = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const known = [...possibleTypes.LiveUpdate, ...networkTypes.LiveUpdate];
  expect(known.toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
});

it("is asked for no other interface or union", () => {
  const sources = import.meta.glob<string>(["../../**/*.{ts,tsx}", "!../../generated/**"], {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const named = new Set(
    Object.values(sources).flatMap((text) =>
      [...text.matchAll(/\bon ([A-Z]\w+)/g)].map(([, name]) => name ?? ""),
    ),
  );
  const abstract = [...named].filter((name) => isAbstractType(schema.getType(name)));
  expect(abstract).toEqual(Object.keys(possibleTypes));
});
