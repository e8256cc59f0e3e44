import type { Held } from "../held.ts";
import type { Data } from "../../world.ts";

/** What a client does with one kind of update. */
export interface Told {
  /** What it asks of the update, beside the position. */
  shows: string;
  apply(held: Held, update: Data): void;
}

/** One live field: the snapshot that it keeps true, and how. */
export interface LiveField {
  field: string;
  /** The argument that says what is followed; null: the viewer's own. */
  argument: string | null;
  /** Everything that is kept true, with the cursor. What is not asked here stands in notLive.ts with a reason. */
  snapshot: string;
  /** null: not for the viewer, or not any more. */
  read(answer: Data): { held: Held; cursor: string } | null;
  told: Readonly<Record<string, Told>>;
  /** The facts of the log, and as which update each is told. */
  facts: Readonly<Record<string, string>>;
  /** Updates of which a later one stands for earlier ones of the same thread. */
  coalesced: ReadonlySet<string>;
}

export const control = ["Live", "Heartbeat", "Skipped", "Reset", "Ended"];

export function subscriptionOf({ field, argument, told }: LiveField): string {
  const members = Object.entries(told)
    .filter(([, { shows }]) => shows !== "")
    .map(([name, { shows }]) => `... on ${name} { ${shows} }`);
  const declared = argument ? `$target: ID!, ` : "";
  const passed = argument ? `${argument}: $target, ` : "";
  return `subscription(${declared}$after: Cursor) { ${field}(${passed}after: $after) {
    __typename ... on LiveUpdate { cursor seq prev at } ... on Skipped { from to }
    ... on Reset { resetReason: reason } ... on Ended { endReason: reason }
    ${members.join("\n")} } }`;
}
