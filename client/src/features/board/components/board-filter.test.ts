import { expect, it } from "vitest";
import { attentions, boardIn, isNarrowed, withWord } from "./board-filter.ts";

const nothing = { state: null, kind: null, country: null, programmeId: null, attention: null };
const read = (search: string) => boardIn(new URLSearchParams(search));

it("reads what an address asks for", () => {
  expect(
    read("state=ACTIVE&kind=COHORT&country=ZM&programme=abc&attention=SILENT&order=FREE_SEATS"),
  ).toEqual({
    filter: {
      state: "ACTIVE",
      kind: "COHORT",
      country: "ZM",
      programmeId: "abc",
      attention: ["SILENT"],
    },
    order: "FREE_SEATS",
  });
  expect(read("attention=ANY").filter.attention).toEqual(attentions);
});

it.each(["", "state=DEAD", "kind=", "country=zm", "attention=NOISE", "order=LUCK"])(
  "leaves out of %s what no server could be asked",
  (search) => {
    expect(read(search)).toEqual({ filter: nothing, order: "NAME" });
    expect(isNarrowed(read(search))).toBe(false);
  },
);

it("changes one word and keeps the others", () => {
  const params = new URLSearchParams("state=ACTIVE&order=NAME");
  expect(withWord(params, "state", "").toString()).toBe("order=NAME");
  expect(withWord(params, "country", "ZM").toString()).toBe("state=ACTIVE&order=NAME&country=ZM");
});
