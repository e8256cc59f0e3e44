import { GraphQLScalarType, Kind } from "graphql";
import { DateTimeISOResolver } from "graphql-scalars";
import { badInput } from "./errors.ts";

function textScalar(name: string, description: string, problem: (value: string) => string | null) {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw badInput(`${name} must be text.`);
    const wrong = problem(value);
    if (wrong) throw badInput(wrong);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** RFC 3339 in UTC. */
export const DateTime = new GraphQLScalarType({
  ...DateTimeISOResolver.toConfig(),
  name: "DateTime",
  description: "An instant, RFC 3339 in UTC, such as 2026-11-21T08:15:30.000Z.",
});

export const CountryCode = textScalar(
  "CountryCode",
  "A country, ISO 3166-1 alpha-2 in capitals, such as ZM. Somaliland uses the user-assigned code XS.",
  (value) =>
    value === "XS" || (/^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined)
      ? null
      : `${JSON.stringify(value.slice(0, 10))} is no ISO 3166-1 country code.`,
);

export const TimeZone = textScalar(
  "TimeZone",
  "A time zone of the IANA database, such as Africa/Lusaka.",
  (value) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: value });
      return /^[A-Za-z]/.test(value) ? null : "A time zone has a name, such as Africa/Lusaka.";
    } catch {
      return "This is no time zone of the IANA database.";
    }
  },
);

export const Locale = textScalar(
  "Locale",
  "A language tag of BCP 47, such as ne or fr-CM.",
  (value) => {
    try {
      return value.length <= 35 && new Intl.Locale(value) ? null : "This language tag is too long.";
    } catch {
      return "This is no language tag of BCP 47.";
    }
  },
);

export const Cursor = textScalar(
  "Cursor",
  "A live position in one channel. Opaque; it carries no right. Pass it as `after` to go on from there.",
  (value) => (value.length <= 200 ? null : "This is no cursor."),
);
