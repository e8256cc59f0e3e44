import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { Group, GroupConnection } from "../groups/public.ts";
import { Network } from "../networks/public.ts";
import { findSummary, listAttention, listBoard } from "./queries.ts";
import {
  attentions,
  BoardFilter,
  boardOrders,
  BoardSummary,
  type Attention,
  type BoardOrder,
} from "./types.ts";

@Resolver(() => Network)
export class BoardOfNetwork {
  @FieldResolver(() => GroupConnection, {
    description: "Its groups for who runs it; empty for those who may not SEE_BOARD.",
  })
  board(
    @Root() { key: networkId }: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("filter", () => BoardFilter, { nullable: true, description: "Which groups; else all." })
    filter: BoardFilter | null,
    @Arg("order", () => boardOrders, {
      defaultValue: boardOrders.NAME,
      description: "What they are ordered by. A cursor is of its own order.",
    })
    order: BoardOrder,
    @Ctx() ctx: Context,
  ): Promise<Page<Group>> {
    return listBoard(ctx, { networkId, filter: filter ?? {}, order, args });
  }

  @FieldResolver(() => BoardSummary, {
    nullable: true,
    description: "All its groups in a few numbers; null for those who may not SEE_BOARD.",
  })
  boardSummary(@Root() { key }: Network, @Ctx() ctx: Context): Promise<BoardSummary | null> {
    return findSummary(ctx, key);
  }
}

@Resolver(() => Group)
export class BoardOfGroup {
  @FieldResolver(() => [attentions], {
    description: "Why it asks for attention; empty for those who may not EDIT it.",
  })
  attention(@Root() { key }: Group, @Ctx() ctx: Context): Promise<Attention[]> {
    return listAttention(ctx, key);
  }
}
