import type { Actor, Data } from "../world.ts";
import type { Dice } from "./dice.ts";
import type { Model } from "./model.ts";

/** One call of a mutation. */
export interface Call {
  by: Actor;
  input: Data;
}

/** What a history remembers that no table holds. */
export interface Memory {
  /** Tokens that were handed out, the last one of each invitation. */
  readonly tokens: Map<string, string>;
  /** Every text that a message ever had. */
  readonly texts: Map<string, string[]>;
  /** Words that were never said before. */
  words(): string;
}

/** A mutation in the table. */
export interface Row {
  /** How often it comes, against the others. */
  weight: number;
  /** A call that the present state allows, or null when it allows none. */
  call(model: Model, dice: Dice, memory: Memory): Call | null;
  /** What is asked of the payload, for `keep`. */
  selection?: string;
  /** Remembers what the answer handed out. */
  keep?(memory: Memory, about: { payload: Data; input: Data }): void;
  /** Why it changes nothing that a live field shows. The claim is tested. */
  silent?: string;
}

export type Rows = Readonly<Record<string, Row>>;

/** What a payload with a message is remembered by: withdrawn, none of its texts may be read again. */
export const keepText = {
  selection: "message { id }",
  keep(memory: Memory, { payload, input }: { payload: Data; input: Data }): void {
    const id = payload["message"]?.id as string | undefined;
    if (id) memory.texts.set(id, [...(memory.texts.get(id) ?? []), input["body"] as string]);
  },
};
