import { describe, expect, it } from "vitest";
import { allowed } from "../../platform/policy/rule.ts";
import type { GroupKind } from "./entities/group.ts";
import {
  canSeeGroup,
  groupPolicy,
  membershipPolicy,
  type GroupAction,
  type MembershipAction,
  type Standing,
} from "./policy.ts";

const people = {
  outsider: { role: null, networkRole: null },
  neighbour: { role: null, networkRole: "MEMBER" },
  networkModerator: { role: null, networkRole: "MODERATOR" },
  networkManager: { role: null, networkRole: "MANAGER" },
  member: { role: "MEMBER", networkRole: "MEMBER" },
  moderator: { role: "MODERATOR", networkRole: "MEMBER" },
  coordinator: { role: "COORDINATOR", networkRole: "MEMBER" },
  manager: { role: "MANAGER", networkRole: "MEMBER" },
} as const satisfies Record<string, Standing>;
type Who = keyof typeof people;

describe("who may do what with a group", () => {
  const talk: GroupAction[] = ["READ", "SEE_MEMBERS", "START_THREAD"];
  const cohort: Record<Who, GroupAction[]> = {
    outsider: [],
    neighbour: [],
    networkModerator: [],
    networkManager: ["SEE_MEMBERS", "INVITE", "EDIT"],
    member: [...talk, "LEAVE"],
    moderator: [...talk, "ANNOUNCE", "LEAVE"],
    coordinator: [...talk, "INVITE", "EDIT", "ANNOUNCE", "LEAVE"],
    manager: [...talk, "INVITE", "EDIT", "ANNOUNCE", "LEAVE"],
  };
  const community: Partial<Record<Who, GroupAction[]>> = {
    neighbour: ["JOIN"],
    networkModerator: ["JOIN"],
    networkManager: ["SEE_MEMBERS", "INVITE", "EDIT", "JOIN"],
  };
  // Everybody in it has the role MEMBER there.
  const coordinators: Partial<Record<Who, GroupAction[]>> = {
    outsider: [],
    neighbour: [],
    networkManager: ["SEE_MEMBERS", "EDIT"],
    member: [...talk, "ANNOUNCE"],
  };
  const tables: Record<GroupKind, Partial<Record<Who, GroupAction[]>>> = {
    COHORT: cohort,
    COMBINED_COHORT: cohort,
    ALUMNI: cohort,
    COMMUNITY: { ...cohort, ...community },
    COORDINATORS: coordinators,
  };

  for (const [kind, table] of Object.entries(tables) as [GroupKind, typeof cohort][])
    for (const [who, actions] of Object.entries(table) as [Who, GroupAction[]][])
      it(`${kind}: ${who}`, () => {
        expect(allowed(groupPolicy, people[who], { kind }).toSorted()).toEqual(actions.toSorted());
      });

  it("is seen by everybody in the group or its network, by nobody else", () => {
    for (const [who, standing] of Object.entries(people))
      expect([who, canSeeGroup(standing)]).toEqual([who, who !== "outsider"]);
  });
});

describe("who may do what with somebody's place", () => {
  const all = [
    "REMOVE",
    "MAKE_MEMBER",
    "MAKE_COORDINATOR",
    "MAKE_MANAGER",
    "MAKE_MODERATOR",
  ] as const;
  const but = (...without: MembershipAction[]) => all.filter((action) => !without.includes(action));
  const table: [Who, (typeof people)[Who]["role"], "own" | "other", readonly MembershipAction[]][] =
    [
      ["outsider", "MEMBER", "other", []],
      ["neighbour", "MEMBER", "other", []],
      ["networkModerator", "MEMBER", "other", []],
      ["member", "MEMBER", "other", []],
      ["member", "MEMBER", "own", []],
      ["moderator", "MEMBER", "other", []],
      ["coordinator", "MEMBER", "other", ["REMOVE", "MAKE_COORDINATOR"]],
      ["coordinator", "COORDINATOR", "other", []],
      ["coordinator", "COORDINATOR", "own", ["MAKE_MEMBER"]],
      ["coordinator", "MANAGER", "other", []],
      ["coordinator", "MODERATOR", "other", []],
      ["manager", "MEMBER", "other", but("MAKE_MEMBER")],
      ["manager", "COORDINATOR", "other", but("MAKE_COORDINATOR")],
      ["manager", "MODERATOR", "other", but("MAKE_MODERATOR")],
      ["manager", "MANAGER", "other", but("MAKE_MANAGER")],
      ["manager", "MANAGER", "own", but("MAKE_MANAGER", "REMOVE")],
      ["networkManager", "MEMBER", "other", but("MAKE_MEMBER")],
      ["networkManager", "MANAGER", "other", but("MAKE_MANAGER")],
    ];
  for (const [who, role, whose, actions] of table)
    it(`${who} on ${whose} ${role}`, () => {
      const at = { role: role ?? "MEMBER", isViewer: whose === "own" };
      expect(allowed(membershipPolicy, people[who], { kind: "COHORT", ...at })).toEqual(actions);
      expect(allowed(membershipPolicy, people[who], { kind: "COORDINATORS", ...at })).toEqual([]);
    });
});
