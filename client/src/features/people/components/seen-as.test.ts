import { expect, it } from "vitest";
import { seenAs } from "./seen-as.ts";

const person = {
  name: "Ada",
  pronunciation: "AY-da",
  field: "MIDWIFERY",
  careerStage: "EARLY",
  timeZone: "Africa/Lusaka",
  canHelpWith: "Rotas",
  about: "Nights",
  photo: { small: "/s", large: "/l" },
  posts: [{ title: "Nurse" }],
  readingLanguages: ["en"],
  writingLanguages: ["en"],
  interests: ["Triage"],
};
const audiences = [
  { field: "ABOUT", audience: "ONLY_ME" },
  { field: "POSTS", audience: "GROUPS" },
  { field: "LANGUAGES", audience: "GROUPS" },
  { field: "PHOTO", audience: "NETWORK" },
] as const;

it("leaves out what the network is not told", () => {
  expect(seenAs(person, audiences, "NETWORK")).toEqual({
    ...person,
    about: null,
    posts: [],
    readingLanguages: [],
    writingLanguages: [],
  });
});

it("leaves out what one's groups are not told", () => {
  expect(seenAs(person, audiences, "GROUPS")).toEqual({ ...person, about: null });
});
