import { describe, expect, it } from "vitest";
import type { DemoGroup, DemoMessage, DemoThread } from "./types.ts";
import { demoAccounts, demoNetworks } from "./world.ts";

// Each check gathers what is wrong, in words that lead to the place, and expects nothing.

const [talent, systemLeaders] = demoNetworks.map((network) => network.groups);
const groups = demoNetworks.flatMap((network) => network.groups);
const cohorts = (talent ?? []).filter((one) => one.kind === "COHORT");
const people = groups.flatMap((one) => one.people);
const profiles = [...people, ...demoAccounts.flatMap((account) => account.profile ?? [])];

const emoji = /^\p{Extended_Pictographic}\uFE0F?$/u;
const values = [
  "value:compassion",
  "value:inclusivity",
  "value:collaboration",
  "value:curiosity",
  "value:trustworthiness",
  "value:celebrating-success",
];

function repeated(list: string[]): string[] {
  return list.filter((one, index) => list.indexOf(one) !== index);
}

/** Keys by role of everybody with a place in the group, the derived places included. */
function places(one: DemoGroup): { members: string[]; coordinators: string[] } {
  if (one.kind === "COORDINATORS") {
    const siblings = demoNetworks.find((network) => network.groups.includes(one))?.groups ?? [];
    const others = siblings.filter((other) => other !== one);
    return {
      members: [...new Set(others.flatMap((other) => places(other).coordinators))],
      coordinators: [],
    };
  }
  const all = [
    ...one.people,
    ...one.joined.map((place) => ({ key: place.person, role: place.role })),
  ];
  const keys = (role: string) => all.filter((place) => place.role === role).map(({ key }) => key);
  return { members: keys("MEMBER"), coordinators: keys("COORDINATOR") };
}

function find(key: string): DemoGroup {
  const found = groups.find((one) => one.key === key);
  if (!found) throw new Error(`no group ${key}`);
  return found;
}

/** Minutes before the midnight that ends the day of seeding: larger is longer ago. */
function age({ at }: DemoMessage): number {
  const parts = /^-([1-9]\d*)d ([01]\d|2[0-3]):([0-5]\d)$/.exec(at);
  if (!parts) throw new Error(`not a time: ${at}`);
  return (Number(parts[1]) + 1) * 1440 - Number(parts[2]) * 60 - Number(parts[3]);
}

function faultsOfMessage(thread: DemoThread, index: number, inside: Set<string>): string[] {
  const message = thread.messages[index];
  if (!message) return ["no message"];
  const before = thread.messages[index - 1];
  const reactions = message.reactions ?? [];
  const faults = {
    "written from outside": !inside.has(message.by),
    "sent before the one above": before !== undefined && age(message) >= age(before),
    "empty or with loose ends": message.body === "" || message.body.trim() !== message.body,
    "edited without a change": message.edited === message.body,
    "quotes nothing above it": message.quote !== undefined && !thread.messages[message.quote],
    "quotes itself or what follows": message.quote !== undefined && message.quote >= index,
    "reaction that does not exist": reactions.some(
      (one) => !emoji.test(one.emoji) && !values.includes(one.emoji),
    ),
    "reaction from outside": reactions.some((one) => one.by.some((key) => !inside.has(key))),
    "reaction given twice": reactions.some((one) => repeated(one.by).length > 0),
    "reaction by nobody": reactions.some((one) => one.by.length === 0),
  };
  return Object.entries(faults)
    .filter(([, isWrong]) => isWrong)
    .map(([fault]) => `${thread.title}, ${index}: ${fault}`);
}

function faultsOfThread(thread: DemoThread, coordinators: string[]): string[] {
  const { messages, acceptedIndex, kind } = thread;
  const faults = {
    "too short": messages.length < 4,
    "accepts what is no answer":
      acceptedIndex !== undefined &&
      (kind !== "QUESTION" || acceptedIndex < 1 || !messages[acceptedIndex]),
    "asks to acknowledge what is no announcement":
      thread.askAcknowledgement === true && kind !== "ANNOUNCEMENT",
    "announced by somebody who does not coordinate":
      kind === "ANNOUNCEMENT" && !coordinators.includes(messages[0]?.by ?? ""),
  };
  return Object.entries(faults)
    .filter(([, isWrong]) => isWrong)
    .map(([fault]) => `${thread.title}: ${fault}`);
}

describe("the people", () => {
  it("have keys, names and e-mail addresses of their own", () => {
    expect(repeated(people.map((person) => person.key))).toEqual([]);
    expect(repeated(profiles.map((person) => person.name))).toEqual([]);
    const emails = profiles.map((person) => person.email);
    expect(repeated(emails)).toEqual([]);
    expect(emails.filter((email) => !/^[a-z]+(\.[a-z]+)?@[a-z-]+\.example$/.test(email))).toEqual(
      [],
    );
  });

  it("live in real time zones, in countries with a code or none, and speak something", () => {
    for (const person of profiles) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: person.timeZone })).not.toThrow();
      expect(person.country ?? "ZZ").toMatch(/^[A-Z]{2}$/);
      expect(Intl.getCanonicalLocales(person.languages)).toEqual(person.languages);
      expect(person.languages).not.toEqual([]);
    }
  });
});

describe("the groups", () => {
  it("stand in two networks", () => {
    expect(demoNetworks.map((network) => network.slug)).toEqual(["talent", "system-leaders"]);
    expect(repeated(groups.map((one) => one.key))).toEqual([]);
  });

  it("fill the five cohorts of TALENT Groups: twenty members, three coordinators", () => {
    const seats = cohorts.map((one) => {
      const { members, coordinators } = places(one);
      return [one.name, members.length, coordinators.length];
    });
    expect(seats).toEqual([
      ["Ethiopia", 20, 3],
      ["Nepal", 20, 3],
      ["Somaliland", 20, 3],
      ["United Kingdom", 20, 3],
      ["Zambia", 20, 3],
    ]);
  });

  it("give System Leaders groups of eight to twelve, with two or three coordinators", () => {
    for (const one of systemLeaders ?? []) {
      const { members, coordinators } = places(one);
      expect([2, 3]).toContain(coordinators.length);
      expect(members.length + coordinators.length).toBeGreaterThanOrEqual(8);
      expect(members.length + coordinators.length).toBeLessThanOrEqual(12);
    }
  });

  it("derive the coordinators' group from the fifteen who coordinate", () => {
    const derived = find("talent-coordinators");
    expect([...derived.people, ...derived.joined]).toEqual([]);
    expect(places(derived).members).toHaveLength(15);
  });

  it("take people only from groups of the same network that stand before them", () => {
    for (const network of demoNetworks) {
      const known = new Set<string>();
      for (const one of network.groups) {
        expect(one.joined.filter((place) => !known.has(place.person))).toEqual([]);
        expect(repeated(one.joined.map((place) => place.person))).toEqual([]);
        for (const person of one.people) known.add(person.key);
      }
    }
  });
});

describe("what they wrote", () => {
  it.each(groups.map((one) => [one.name, one] as const))("holds together in %s", (_name, one) => {
    const { members, coordinators } = places(one);
    const inside = new Set([...members, ...coordinators]);
    expect(repeated(one.threads.map((thread) => thread.title))).toEqual([]);
    expect(one.threads.flatMap((thread) => faultsOfThread(thread, coordinators))).toEqual([]);
    const faults = one.threads.flatMap((thread) =>
      thread.messages.flatMap((_message, index) => faultsOfMessage(thread, index, inside)),
    );
    expect(faults).toEqual([]);
  });

  it.each(cohorts.map((one) => [one.name, one] as const))("spans months in %s", (_name, one) => {
    const lengths = one.threads.map((thread) => thread.messages.length);
    expect(lengths.length).toBeGreaterThanOrEqual(6);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(6);
    const ages = one.threads.flatMap((thread) => thread.messages.map(age));
    expect(Math.max(...ages)).toBeGreaterThan(90 * 1440);
  });

  it("is richest in Zambia, with one long thread", () => {
    const { threads } = find("zambia");
    expect(threads.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...threads.map((thread) => thread.messages.length))).toBeGreaterThan(59);
  });

  it("fills three threads or more in every other group", () => {
    expect(groups.filter((one) => one.threads.length < 3)).toEqual([]);
  });
});

describe("the accounts to try it with", () => {
  const key = (email: string) => people.find((person) => person.email === email)?.key;

  it("are the five, each known to the world once", () => {
    expect(demoAccounts.map((account) => account.email).toSorted()).toEqual([
      "coordinator@zambia.example",
      "manager@talent.example",
      "member@nepal.example",
      "member@zambia.example",
      "outsider@elsewhere.example",
    ]);
    for (const account of demoAccounts)
      expect(profiles.filter((person) => person.email === account.email)).toHaveLength(1);
  });

  it("manage only networks that exist", () => {
    const slugs = new Set(demoNetworks.map((network) => network.slug));
    const managed = demoAccounts.flatMap((account) => account.manages ?? []);
    expect(managed.filter((slug) => !slugs.has(slug))).toEqual([]);
    expect(managed).toHaveLength(2);
  });

  it("stand where their addresses say", () => {
    expect(places(find("zambia")).coordinators).toContain(key("coordinator@zambia.example"));
    expect(places(find("zambia")).members).toContain(key("member@zambia.example"));
    expect(places(find("midwifery")).members).toContain(key("member@zambia.example"));
    expect(places(find("nepal")).members).toContain(key("member@nepal.example"));
    expect(key("manager@talent.example")).toBeUndefined();
    expect(key("outsider@elsewhere.example")).toBeUndefined();
  });
});
