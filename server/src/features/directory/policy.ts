import type { RootRules } from "../../platform/policy/rule.ts";

export const directoryRules: RootRules = {
  listInDirectory: { scope: "profile:write" },
};

/** A number that could point at somebody is not told. */
const FEW = 3;

/** How many members a country has, as it is told: null for fewer than three, unless all of them asked to be found. */
export const toldCount = ({
  members,
  listed,
}: {
  members: number;
  listed: number;
}): number | null => (members >= FEW || listed === members ? members : null);
