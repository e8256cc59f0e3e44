import type { GroupVisibility, NetworkFactsFragment } from "../../../generated/graphql.ts";

/** What the form about a network holds: every field as its text, empty for none. */
export interface NetworkWish {
  name: string;
  description: string;
  /** Empty for the house's own look. */
  accent: string;
  markLetters: string;
  languages: string[];
  worksIn: string[];
  memberSeats: string;
  coordinatorSeats: string;
  groupVisibility: GroupVisibility;
}

export const wishOf = (network: NetworkFactsFragment): NetworkWish => ({
  name: network.name,
  description: network.description ?? "",
  accent: network.look?.accent ?? "",
  markLetters: network.markLetters ?? "",
  languages: [...network.languages],
  worksIn: [...network.worksIn],
  memberSeats: network.memberSeats?.toString() ?? "",
  coordinatorSeats: network.coordinatorSeats?.toString() ?? "",
  groupVisibility: network.groupVisibility ?? "PRIVATE",
});

export const saidOf = (wish: NetworkWish) => ({
  name: wish.name.trim(),
  description: wish.description.trim() || null,
  accent: wish.accent || null,
  markLetters: wish.markLetters.trim() || null,
  languages: wish.languages,
  worksIn: wish.worksIn,
  memberSeats: wish.memberSeats ? Number(wish.memberSeats) : null,
  coordinatorSeats: wish.coordinatorSeats ? Number(wish.coordinatorSeats) : null,
  groupVisibility: wish.groupVisibility === "PRIVATE" ? null : wish.groupVisibility,
});

/** What one changed of `base`, put onto what others made of it in the meantime. */
export const together =
  (mine: NetworkWish, base: NetworkWish) =>
  (theirs: NetworkWish): NetworkWish => {
    const changed = Object.entries(mine).filter(
      ([name, value]) => String(value) !== String(base[name as keyof NetworkWish]),
    );
    return { ...theirs, ...Object.fromEntries(changed) };
  };

export const wishFields = [
  "name",
  "description",
  "accent",
  "markLetters",
  "languages",
  "worksIn",
  "memberSeats",
  "coordinatorSeats",
  "groupVisibility",
];
