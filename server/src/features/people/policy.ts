import type { RootRules } from "../../platform/policy/rule.ts";

export const peopleRules: RootRules = {
  viewer: { scope: "profile:read", anonymous: true },
  updateProfile: { scope: "profile:write" },
};
