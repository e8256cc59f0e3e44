import { groupField } from "./group.ts";
import { inboxField } from "./inbox.ts";
import type { LiveField } from "./liveField.ts";
import { networkField } from "./network.ts";
import { sharedThreadField, threadField } from "./thread.ts";

/** Every subscription with a log. */
export const liveFields: readonly LiveField[] = [
  inboxField,
  networkField,
  groupField,
  threadField,
  sharedThreadField,
];

/** Subscriptions without one, and why there is nothing to converge to. */
export const withoutLog: Readonly<Record<string, string>> = {
  presence: "It begins with the whole each time that it is followed, and is forgotten by itself.",
};
