import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../house/context.ts";
import { Node, type NodeFinder } from "../house/node.ts";
import { badInput } from "../platform/graphql/errors.ts";
import { readGlobalId } from "../platform/graphql/ids.ts";
import type { RootRules } from "../platform/policy/rule.ts";
import { checkScope, readScopes } from "./scopes.ts";

const MOST = 100;

/** The rooms decide behind these who sees what. */
export const nodeRules: RootRules = {
  node: { scope: "profile:read" },
  nodes: { scope: "profile:read" },
};

/** `node` and `nodes` over what the rooms can find, by type name. */
export function nodeResolver(finders: ReadonlyMap<string, NodeFinder>): new () => object {
  async function find(ctx: Context, id: string): Promise<Node | null> {
    const read = readGlobalId(id);
    if (!read) throw badInput("This is no id of this server.");
    checkScope(ctx, readScopes.get(read.type));
    return (await finders.get(read.type)?.(ctx, read.uuid)) ?? null;
  }

  @Resolver()
  class Nodes {
    @Query(() => Node, {
      nullable: true,
      description: "The object with this id; null for what is not there or may not be seen.",
    })
    node(
      @Arg("id", () => ID, { description: "Its id." }) id: string,
      @Ctx() ctx: Context,
    ): Promise<Node | null> {
      return find(ctx, id);
    }

    @Query(() => [Node], {
      nullable: "items",
      description: "The objects with these ids, in their order; at most 100.",
    })
    async nodes(
      @Arg("ids", () => [ID], { description: "Their ids." }) ids: string[],
      @Ctx() ctx: Context,
    ): Promise<(Node | null)[]> {
      if (ids.length > MOST) throw badInput(`Ask for at most ${MOST} ids at a time.`);
      return Promise.all(ids.map((id) => find(ctx, id)));
    }
  }
  return Nodes;
}
