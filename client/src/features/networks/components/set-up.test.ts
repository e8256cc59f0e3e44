import { expect, it } from "vitest";
import type { NetworkSetUpFragment } from "../../../generated/graphql.ts";
import { doneSteps, runningGroups } from "./set-up.ts";

type Groups = NetworkSetUpFragment["groups"]["nodes"];

const aGroup = (fields: Partial<Groups[number]> = {}): Groups[number] => ({
  id: "g",
  name: "Ndola",
  kind: "COHORT",
  state: "ACTIVE",
  coordinatorCount: 0,
  invitations: { nodes: [] },
  ...fields,
});
const asked = (role: "COORDINATOR" | "MEMBER", state: "PENDING" | "EXPIRED") => ({
  invitations: { nodes: [{ id: "i", role, state }] },
});
const groupsOf = (...nodes: Groups) => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
});
const coordinators = aGroup({ kind: "COORDINATORS" });
const aNetwork = (fields: Partial<NetworkSetUpFragment> = {}) =>
  ({
    id: "n",
    description: null,
    worksIn: [],
    languages: [],
    organisations: { nodes: [] },
    programmes: { nodes: [] },
    groups: groupsOf(coordinators),
    ...fields,
  }) as NetworkSetUpFragment;
const doneWith = (fields: Partial<NetworkSetUpFragment>) => [...doneSteps(aNetwork(fields))];

it("finds nothing done in a network of which no more is known than its name", () => {
  expect(doneWith({})).toEqual([]);
});

it("takes a step for done by what is there, each by its own", () => {
  expect(doneWith({ description: "For all who catch babies." })).toEqual(["name"]);
  expect(doneWith({ worksIn: ["ZM"] })).toEqual([]);
  expect(doneWith({ worksIn: ["ZM"], languages: ["en"] })).toEqual(["places"]);
  const one = { nodes: [{ id: "1" }] } as never;
  expect(doneWith({ organisations: one })).toEqual(["organisations"]);
  expect(doneWith({ programmes: one })).toEqual(["programmes"]);
});

it("takes groups for led when somebody leads each of them, or may still come to", () => {
  const withGroups = (...nodes: Groups) => doneWith({ groups: groupsOf(coordinators, ...nodes) });
  const led = aGroup({ coordinatorCount: 1 });
  expect(withGroups(aGroup())).toEqual(["groups"]);
  expect(withGroups(led)).toEqual(["groups", "coordinators"]);
  expect(withGroups(led, aGroup(asked("COORDINATOR", "PENDING")))).toEqual([
    "groups",
    "coordinators",
  ]);
  expect(withGroups(led, aGroup(asked("COORDINATOR", "EXPIRED")))).toEqual(["groups"]);
  expect(withGroups(led, aGroup(asked("MEMBER", "PENDING")))).toEqual(["groups"]);
  expect(withGroups(led, aGroup({ state: "SEALED" }))).toEqual(["groups", "coordinators"]);
});

it("asks nobody to lead what the network keeps by itself, and what has come to its end", () => {
  const groups = groupsOf(coordinators, aGroup({ state: "GRADUATED" }), aGroup({ id: "left" }));
  expect(runningGroups(aNetwork({ groups })).map(({ id }) => id)).toEqual(["left"]);
});
