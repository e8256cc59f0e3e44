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

/** ISO 3166-1 alpha-2, every country and territory. */
const countries = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO " +
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE " +
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW " +
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM " +
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
  ).split(" "),
);

/** RFC 3339 in UTC. */
export const DateTime = new GraphQLScalarType({
  ...DateTimeISOResolver.toConfig(),
  name: "DateTime",
  description: "An instant, RFC 3339 in UTC, such as 2026-11-21T08:15:30.000Z.",
});

/** A day of the calendar, without a time or a zone; kept and sent as its text. */
export const CalendarDate = textScalar(
  "Date",
  "A day of the calendar, RFC 3339, such as 2026-11-21; from 1900 to 2199.",
  (value) => {
    const isDay =
      /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) &&
      // 30 February is read too, as a day in March.
      new Date(value).toJSON()?.startsWith(value);
    return isDay ? null : "A date is a day such as 2026-11-21, from 1900 to 2199.";
  },
);

export const CountryCode = textScalar(
  "CountryCode",
  "A country or territory, ISO 3166-1 alpha-2 in capitals, such as ZM.",
  (value) =>
    countries.has(value)
      ? null
      : `${JSON.stringify(value.slice(0, 10))} is no ISO 3166-1 country code.`,
);

export const Colour = textScalar(
  "Colour",
  "A colour as six hexadecimal digits of red, green and blue, such as #0e5a60.",
  (value) => (/^#[0-9a-f]{6}$/i.test(value) ? null : "A colour is written such as #0e5a60."),
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
