import { expect, test } from "vitest";
import { matching, mentionBefore, toBody, toText } from "./mentions.ts";

const grace = { name: "Grace Nyirenda", address: "person:UGVyc29uOjE=" };
const graceN = { name: "Grace N", address: "person:UGVyc29uOjI=" };
const odd = { name: "Ann [RN] *x*", address: "person:UGVyc29uOjM=" };
const role = { name: "coordinators", address: "role:coordinators" };

test("names in the box become links in the body, the longest name first", () => {
  expect(toBody("Hello @Grace Nyirenda and @Grace N, @coordinators", [graceN, grace, role])).toBe(
    "Hello [@Grace Nyirenda](person:UGVyc29uOjE=) and [@Grace N](person:UGVyc29uOjI=), [@coordinators](role:coordinators)",
  );
});

test("a body comes back as it was written, odd names too", () => {
  const text = "@Ann [RN] *x* and @Grace Nyirenda.";
  const body = toBody(text, [odd, grace]);
  const back = toText(body);
  expect(back.text).toBe(text);
  expect(toBody(back.text, back.mentions)).toBe(body);
});

test("a name that nobody chose stays text", () => {
  expect(toBody("mail me @home", [grace])).toBe("mail me @home");
});

test.each([
  ["Hello @gr", 9, { from: 6, word: "gr" }],
  ["@", 1, { from: 0, word: "" }],
  ["(@Grace Ny", 10, { from: 1, word: "Grace Ny" }],
  ["a@b", 3, null],
  ["no sign", 7, null],
  ["@one\ntwo", 8, null],
])("the word being written in %j", (text, caret, expected) => {
  expect(mentionBefore(text, caret)).toEqual(expected);
});

test("a name is found by any of its words, without accents", () => {
  const all = [grace, { name: "José Álvarez", address: "person:x" }];
  expect(matching(all, "alv").map((each) => each.name)).toEqual(["José Álvarez"]);
  expect(matching(all, "nyi")).toEqual([grace]);
  expect(matching(all, "zz")).toEqual([]);
});
