import { describe, expect, it } from "vitest";
import { explain } from "../../platform/policy/reasons.ts";
import { allowed } from "../../platform/policy/rule.ts";
import type { GroupKind } from "./entities/group.ts";
import type { GroupVisibility } from "../networks/public.ts";
import { defaultVisibility, type LifeState } from "./entities/life.ts";
import {
  canSeeGroup,
  groupPolicy,
  membershipPolicy,
  nextStates,
  type GroupAction,
  type GroupState,
  type MembershipAction,
  type Standing,
} from "./policy.ts";

const people = {
  outsider: { role: null, networkRole: null, sealed: false },
  neighbour: { role: null, networkRole: "MEMBER", sealed: false },
  networkModerator: { role: null, networkRole: "MODERATOR", sealed: false },
  networkManager: { role: null, networkRole: "MANAGER", sealed: false },
  member: { role: "MEMBER", networkRole: "MEMBER", sealed: false },
  moderator: { role: "MODERATOR", networkRole: "MEMBER", sealed: false },
  coordinator: { role: "COORDINATOR", networkRole: "MEMBER", sealed: false },
  manager: { role: "MANAGER", networkRole: "MEMBER", sealed: false },
} as const satisfies Record<string, Standing>;
type Who = keyof typeof people;
const ledByOne = { kind: "COHORT", visibility: "PRIVATE", coordinatorCount: 1 } as const;

describe("who may do what with a group", () => {
  const talk: GroupAction[] = ["READ", "SEE_MEMBERS", "START_THREAD"];
  const leadingHere: GroupAction[] = ["INVITE", "ADMIT", "EDIT", "MOVE_ON"];
  const cohort: Record<Who, GroupAction[]> = {
    outsider: [],
    neighbour: [],
    networkModerator: [],
    networkManager: ["SEE_MEMBERS", ...leadingHere, "SET_UP"],
    member: [...talk, "LEAVE"],
    moderator: [...talk, "ANNOUNCE", "LEAVE"],
    coordinator: [...talk, ...leadingHere, "ANNOUNCE", "CONFER", "LEAVE"],
    manager: [...talk, ...leadingHere, "SET_UP", "ANNOUNCE", "LEAVE"],
  };
  const community: Partial<Record<Who, GroupAction[]>> = {
    neighbour: ["JOIN"],
    networkModerator: ["JOIN"],
    networkManager: ["SEE_MEMBERS", ...leadingHere, "SET_UP", "JOIN"],
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
        const visibility = defaultVisibility(kind);
        const group = { kind, visibility, state: "ACTIVE", coordinatorCount: 1 } as const;
        expect(allowed(groupPolicy, people[who], group).toSorted()).toEqual(actions.toSorted());
      });

  it("is seen by everybody in the group or its network, by nobody else", () => {
    for (const [who, standing] of Object.entries(people))
      expect([who, canSeeGroup(standing, { visibility: "PRIVATE" })]).toEqual([
        who,
        who !== "outsider",
      ]);
  });

  it("is seen, when it is confidential, by its own and by who administers it alone", () => {
    const seers = (Object.keys(people) as Who[]).filter((who) =>
      canSeeGroup(people[who], { visibility: "CONFIDENTIAL" }),
    );
    expect(seers).toEqual(["networkManager", "member", "moderator", "coordinator", "manager"]);
  });

  it("is seen, when it is a room of coordinators, by its own alone", () => {
    const room = { visibility: "CONFIDENTIAL", roomOf: "a group" } as const;
    const seers = (Object.keys(people) as Who[]).filter((who) => canSeeGroup(people[who], room));
    expect(seers).toEqual(["member", "moderator", "coordinator", "manager"]);
    // Who is in it by a role elsewhere and manages the network changes nothing of it by hand either.
    const both = { role: "MEMBER", networkRole: "MANAGER", sealed: false } as const;
    const state = { kind: "COORDINATORS", state: "ACTIVE", coordinatorCount: 0, ...room } as const;
    expect(allowed(groupPolicy, both, state).toSorted()).toEqual([...talk, "ANNOUNCE"].toSorted());
  });

  describe("at each level and in each state", () => {
    const may = (who: Who, about: Partial<GroupState>, sealed = about.state === "SEALED") =>
      allowed(groupPolicy, { ...people[who], sealed }, { ...ledByOne, state: "ACTIVE", ...about });
    const ways: [GroupVisibility, LifeState, GroupAction[]][] = [
      ["OPEN", "FORMING", []],
      ["OPEN", "ACTIVE", ["JOIN"]],
      ["OPEN", "SELF_SUSTAINING", ["JOIN"]],
      ["OPEN", "GRADUATED", []],
      ["OPEN", "SEALED", []],
      ["RESTRICTED", "FORMING", []],
      ["RESTRICTED", "ACTIVE", ["APPLY"]],
      ["RESTRICTED", "SELF_SUSTAINING", ["APPLY"]],
      ["RESTRICTED", "GRADUATED", []],
      ["RESTRICTED", "SEALED", []],
      ["PRIVATE", "ACTIVE", []],
      ["CONFIDENTIAL", "ACTIVE", []],
    ];
    it.each(ways)("%s, %s: a neighbour may %j", (visibility, state, actions) => {
      expect(may("neighbour", { visibility, state })).toEqual(actions);
    });

    const states: [LifeState, Who, GroupAction[]][] = [
      ["FORMING", "member", [...talk, "LEAVE"]],
      ["SELF_SUSTAINING", "member", ["READ", "SEE_MEMBERS", "INVITE", "START_THREAD", "LEAVE"]],
      ["GRADUATED", "member", [...talk, "LEAVE"]],
      [
        "GRADUATED",
        "coordinator",
        [...talk, "ADMIT", "EDIT", "MOVE_ON", "ANNOUNCE", "CONFER", "LEAVE"],
      ],
      ["SEALED", "member", ["READ", "SEE_MEMBERS", "LEAVE"]],
      ["SEALED", "coordinator", ["READ", "SEE_MEMBERS", "ADMIT", "CONFER", "LEAVE"]],
      ["SEALED", "manager", ["READ", "SEE_MEMBERS", "ADMIT", "UNSEAL", "LEAVE"]],
      ["SEALED", "networkManager", ["SEE_MEMBERS", "ADMIT", "UNSEAL"]],
    ];
    it.each(states)("%s: a %s may %j", (state, who, actions) => {
      expect(may(who, { state }).toSorted()).toEqual(actions.toSorted());
    });

    it("is not without a coordinator by one stepping down", () => {
      expect(may("coordinator", { coordinatorCount: 1 })).not.toContain("STEP_DOWN");
      expect(may("coordinator", { coordinatorCount: 2 })).toContain("STEP_DOWN");
      expect(may("manager", { coordinatorCount: 2 })).not.toContain("STEP_DOWN");
    });

    it("moves on, never back; only managers open a sealed group again", () => {
      const next = (who: Who, state: LifeState) => nextStates(people[who], { ...ledByOne, state });
      expect(next("coordinator", "FORMING")).toEqual([
        "ACTIVE",
        "SELF_SUSTAINING",
        "GRADUATED",
        "SEALED",
      ]);
      expect(next("coordinator", "GRADUATED")).toEqual(["SEALED"]);
      expect(next("coordinator", "SEALED")).toEqual([]);
      expect(next("manager", "SEALED")).toEqual(["GRADUATED"]);
      expect(next("member", "ACTIVE")).toEqual([]);
    });

    it("says of every action why, and of what is refused what to do", () => {
      const group = { ...ledByOne, state: "SEALED" } as const;
      const told = explain(groupPolicy, { ...people.coordinator, sealed: true }, group);
      expect(told.map(({ action }) => action)).toEqual(Object.keys(groupPolicy));
      for (const { action, allowed: open, reason } of told) {
        expect(reason.message, action).toMatch(/^[A-Z].*\.$/s);
        expect(open, action).toBe(groupPolicy[action](people.coordinator, group));
      }
      expect(told.find(({ action }) => action === "START_THREAD")).toMatchObject({
        allowed: false,
        reason: { code: "GROUP_SEALED" },
      });
      expect(told.find(({ action }) => action === "READ")?.reason.message).toBe(
        "You are in this group.",
      );
    });
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
      ["coordinator", "MEMBER", "other", ["REMOVE", "MAKE_COORDINATOR", "HAND_ON"]],
      ["coordinator", "COORDINATOR", "other", []],
      ["coordinator", "COORDINATOR", "own", ["MAKE_MEMBER"]],
      ["coordinator", "MANAGER", "other", []],
      ["coordinator", "MODERATOR", "other", []],
      ["manager", "MEMBER", "other", [...but("MAKE_MEMBER"), "HAND_ON"]],
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
      const may = (about: Pick<GroupState, "kind" | "state">) =>
        allowed(membershipPolicy, people[who], { ...ledByOne, ...about, ...at });
      expect(may({ kind: "COHORT", state: "ACTIVE" })).toEqual(actions);
      expect(may({ kind: "COORDINATORS", state: "ACTIVE" })).toEqual([]);
      // In a sealed group nobody changes role.
      expect(may({ kind: "COHORT", state: "SEALED" })).toEqual(
        actions.filter((action) => action === "REMOVE"),
      );
    });
});
