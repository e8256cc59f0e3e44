import { randomUUID } from "node:crypto";
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputType,
} from "graphql";
import { globalId } from "../../platform/graphql/ids.ts";

/** Values that a caller may well send and that are wrong, or odd, for a field of a kind. Named for the report. */
type Values = readonly (readonly [name: string, value: unknown])[];

const wrongTypes: Values = [
  ["a number", 5],
  ["a list of objects", [{}]],
  ["an object", { a: 1 }],
  ["true", true],
];

export const oddTexts: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["spaces", " \n\t "],
  ["NUL", "a\u0000b"],
  ["controls", "\u0001\u0007\u001b[31m\u007f\u0085"],
  ["bidi overrides", "\u202eabc\u202c \u2066def\u2069"],
  ["half a character", "\ud83d"],
  ["the other half", "x\udc4d"],
  ["joiners alone", "\u200b\u200d\u2060"],
  ["emoji sequences", "👩🏿‍⚕️👨‍👩‍👧‍👦🇿🇲🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
  ["marks upon marks", `Z${"\u0310\u0311".repeat(200)}`],
  ["10,001 characters", "x".repeat(10_001)],
  ["100,000 characters", "é".repeat(100_000)],
  ["SQL", "'; drop table message; -- %s $1 \\"],
  ["markup", "<script>alert(1)</script>"],
  ["a prototype", "__proto__"],
];

const ids: Values = [
  ...wrongTypes,
  ["nothing", ""],
  ["a word", "nobody"],
  ["a bare uuid", randomUUID()],
  ["an id of a type that is none", globalId("Nothing", randomUUID())],
  ["an id with a capital uuid", globalId("Thread", randomUUID().toUpperCase())],
  ["an id with more behind it", `${globalId("Thread", randomUUID())}AAAA`],
  ["half a character", "\ud83d"],
  ["NUL", "\u0000"],
  ["very much", "A".repeat(100_000)],
];
const typesWithIds = [
  "Person",
  "Network",
  "Organisation",
  "Programme",
  "Wave",
  "ProgrammeRelation",
  "Group",
  "Membership",
  "Post",
  "Invitation",
  "Thread",
  "Message",
];
const strangeIds: Values = typesWithIds.map((type) => [
  `an id of no ${type}`,
  globalId(type, randomUUID()),
]);

const numbers: Values = [
  ["minus one", -1],
  ["zero", 0],
  ["the greatest", 2 ** 31 - 1],
  ["the least", -(2 ** 31)],
  ["beyond", 2 ** 31],
  ["a fraction", 1.5],
  ["a text", "1"],
  ["no number", Number.NaN],
  ["an object", {}],
];

const instants: Values = [
  ["no date", "tomorrow"],
  ["30 February", "2027-02-30T00:00:00Z"],
  ["the year 0", "0000-01-01T00:00:00Z"],
  ["long ago", "1000-01-01T00:00:00.000Z"],
  ["the year 9999", "9999-12-31T23:59:59.999Z"],
  ["beyond dates", "+275760-09-13T00:00:00.001Z"],
  ["a number", 1e18],
  ["an object", {}],
];

const days: Values = [
  ["no date", "tomorrow"],
  ["30 February", "2027-02-30"],
  ["the year 0", "0000-01-01"],
  ["before dates", "1899-12-31"],
  ["beyond dates", "2200-01-01"],
  ["an instant", "2027-02-03T00:00:00Z"],
  ["a number", 20270203],
  ["an object", {}],
];

const byScalar: Record<string, Values> = {
  ID: [...ids, ...strangeIds],
  String: [...oddTexts, ...wrongTypes],
  Int: numbers,
  DateTime: instants,
  Date: days,
  Boolean: [
    ["a text", "true"],
    ["a number", 1],
  ],
  CountryCode: [
    ...oddTexts,
    ["small letters", "zm"],
    ["three letters", "ZMB"],
    ["a country that is none", "QQ"],
  ],
  Colour: [...oddTexts, ["three digits", "#abc"], ["a name", "teal"], ["no digits", "#gggggg"]],
  TimeZone: [...oddTexts, ["a town that is none", "Africa/Nowhere"], ["an offset", "+02:00"]],
  Locale: [...oddTexts, ["no language", "not a language"], ["very long", "en-".repeat(30)]],
};

/** Every bad value for a field of an input, in a list where it takes one; and null where it takes none. */
export function badValuesFor({ type }: GraphQLInputField): Values {
  const nullable = getNullableType(type);
  const values = valuesOf(nullable);
  return nullable === type ? values : [...values, ["null", null]];
}

function valuesOf(type: GraphQLInputType): Values {
  if (isListType(type)) {
    const one = valuesOf(getNullableType(type.ofType));
    return [
      ...one.map(([name, value]) => [`a list of ${name}`, [value]] as const),
      ["an empty list", []],
      ["a list of null", [null]],
      ["a long list", Array.from({ length: 1_000 }, (_, at) => `en-x-${at}`)],
    ];
  }
  if (isEnumType(type))
    return [
      ["a value that is none", "NOTHING"],
      ["a number", 1],
      ["nothing", ""],
    ];
  if (isInputObjectType(type))
    return [
      ["an empty object", {}],
      ["an object of nothing that is known", { nothing: 1 }],
      ...Object.values(type.getFields()).flatMap((field) =>
        badValuesFor(field).map(
          ([name, value]) => [`${field.name} = ${name}`, { [field.name]: value }] as const,
        ),
      ),
    ];
  const values = "name" in type ? byScalar[type.name] : undefined;
  if (!values) throw new Error(`no bad values for ${String(type)}`);
  return values;
}
