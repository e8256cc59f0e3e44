import type {
  BoardFilter,
  BoardOrder,
  GroupAttention,
  GroupKind,
  GroupState,
} from "../../../generated/graphql.ts";

export const boardStates: GroupState[] = [
  "FORMING",
  "ACTIVE",
  "SELF_SUSTAINING",
  "GRADUATED",
  "SEALED",
];
export const boardKinds: GroupKind[] = [
  "COHORT",
  "COMBINED_COHORT",
  "COMMUNITY",
  "ALUMNI",
  "COORDINATORS",
];
export const attentions: GroupAttention[] = [
  "NO_COORDINATOR",
  "FULL_WITH_LINE",
  "SILENT",
  "LONG_FORMING",
];
export const boardOrders: BoardOrder[] = [
  "NAME",
  "LATEST_ACTIVITY",
  "LONGEST_SILENT",
  "FREE_SEATS",
];

/** What stands for every reason in the address. */
export const ANY = "ANY";

export type FilterName = "state" | "kind" | "country" | "programme" | "attention" | "order";

interface Asked {
  filter: BoardFilter;
  order: BoardOrder;
}

/** What an address asks for. What could not be asked of the server is left out: an address may be old, or mistyped. */
export function boardIn(params: URLSearchParams): Asked {
  const one = <Word extends string>(name: FilterName, words: readonly Word[]): Word | null =>
    words.find((word) => word === params.get(name)) ?? null;
  const country = params.get("country") ?? "";
  const attention = one("attention", attentions);
  const any = params.get("attention") === ANY;
  return {
    filter: {
      state: one("state", boardStates),
      kind: one("kind", boardKinds),
      country: /^[A-Z]{2}$/.test(country) ? country : null,
      programmeId: params.get("programme") || null,
      attention: any ? attentions : attention && [attention],
    },
    order: one("order", boardOrders) ?? "NAME",
  };
}

export const isNarrowed = ({ filter }: Asked): boolean => Object.values(filter).some(Boolean);

/** The address's search with one of its words changed. */
export function withWord(params: URLSearchParams, name: FilterName, value: string) {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
