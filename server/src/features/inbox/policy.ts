import type { RootRules } from "../../platform/policy/rule.ts";

/** A person's inbox is theirs alone: the channel is found by who asks. */
export const inboxRules: RootRules = {
  inboxUpdates: { scope: "messages:read" },
};
