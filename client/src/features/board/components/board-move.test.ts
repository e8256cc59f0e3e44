import { expect, it } from "vitest";
import { preview, type Movable } from "./board-move.ts";

const group = (name: string, state: Movable["state"], nextStates: Movable["nextStates"]) => ({
  id: name,
  name,
  state,
  nextStates,
});

it("moves who may be moved there, and says who stays", () => {
  const forming = group("A", "FORMING", ["ACTIVE", "SELF_SUSTAINING", "GRADUATED", "SEALED"]);
  const graduated = group("B", "GRADUATED", ["SEALED"]);
  const sealed = group("C", "SEALED", ["GRADUATED"]);
  const derived = group("D", "ACTIVE", []);
  const all = [forming, graduated, sealed, derived];
  expect(preview(all, "SEALED")).toEqual({
    moving: [forming, graduated],
    staying: [sealed, derived],
  });
  expect(preview(all, "GRADUATED")).toEqual({
    moving: [forming, sealed],
    staying: [graduated, derived],
  });
});
