import { Field, ID, InterfaceType } from "type-graphql";
import { globalId } from "../platform/graphql/ids.ts";
import type { Context } from "./context.ts";
import { Shared } from "../platform/graphql/sharing/mark.ts";

@Shared()
@InterfaceType({
  description: "Everything with an id of its own. Ids are opaque and never change.",
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Node {
  /** The row's uuid; what the house itself works with. */
  key!: string;

  // A getter counts as a resolver, which the mark of the type does not cover.
  @Shared()
  @Field(() => ID, { description: "Opaque; the same for ever." })
  get id(): string {
    return globalId(this.constructor.name, this.key);
  }
}

/** How each room finds its Nodes for a viewer: null for what does not exist or may not be seen. */
export type NodeFinder = (ctx: Context, key: string) => Promise<Node | null>;
