import { expect, test } from "vitest";
import { applyPresence, nobody, presenceIn } from "./presence.ts";

const person = (id: string) => ({ id, name: `Name of ${id}` });
const typing = (threadId: string, id: string) => ({
  threadId,
  person: person(id),
});
type Update = Parameters<typeof applyPresence>[1];
const update = (about: Partial<Update>): Update => ({
  __typename: "PresenceUpdate",
  at: "2026-03-02T08:00:00Z",
  hereCount: 0,
  snapshot: null,
  came: [],
  went: [],
  writing: null,
  ...about,
});
const whole = (...ids: string[]) =>
  update({
    hereCount: ids.length,
    snapshot: { here: ids.map(person) },
    writing: [],
  });
const after = (...updates: Update[]) => {
  const state = updates.reduce(applyPresence, nobody);
  const { here, ...rest } = presenceIn(state, { threadId: "t1", viewerId: "me" });
  return { ...rest, here: here.map(({ id }) => id) };
};

test("begins with the whole and keeps up with what changes", () => {
  const begun = [whole("me", "amina", "bwalya")];
  expect(after(...begun)).toEqual({ here: ["amina", "bwalya"], more: 0, typing: [] });
  const moved = update({ hereCount: 3, came: [person("chipo")], went: ["amina"] });
  expect(after(...begun, moved).here).toEqual(["bwalya", "chipo"]);
  // Told twice it changes nothing.
  expect(after(...begun, moved, moved)).toEqual(after(...begun, moved));
  expect(after(...begun, moved, whole("me")).here).toEqual([]);
});

test("counts those who are not named, the reader among them or not", () => {
  const ids = Array.from({ length: 50 }, (_, n) => `p${n}`);
  const large = { ...whole(...ids), hereCount: 300 };
  expect(after(large).more).toBe(249);
  const named = { ...whole("me", ...ids.slice(1)), hereCount: 300 };
  expect(after(named).more).toBe(250);
  expect(after(whole("amina", "me")).more).toBe(0);
});

test("says that nothing is known while the server does not know", () => {
  const unknown = update({
    hereCount: null,
    snapshot: { here: [] },
    writing: [],
  });
  expect(after(whole("me", "amina"), unknown)).toEqual({ here: [], more: null, typing: [] });
  expect(after(whole("me", "amina"), unknown, whole("me", "amina")).here).toEqual(["amina"]);
});

test("shows who writes in this thread, without the reader, until it is said that others do", () => {
  const writing = [typing("t1", "amina"), typing("t1", "me"), typing("t2", "bwalya")];
  const begun = [whole("me", "amina", "bwalya"), update({ hereCount: 3, writing })];
  const names = (...more: Update[]) => after(...begun, ...more).typing.map(({ id }) => id);
  expect(names()).toEqual(["amina"]);
  expect(names(update({ hereCount: 4, came: [person("chipo")] }))).toEqual(["amina"]);
  expect(names(update({ hereCount: 3, writing: [] }))).toEqual([]);
});
