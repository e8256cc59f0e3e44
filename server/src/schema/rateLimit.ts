import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../house/context.ts";
import { runningOf } from "../platform/graphql/run.ts";
import { DateTime } from "../platform/graphql/scalars.ts";
import type { RootRules } from "../platform/policy/rule.ts";

export const rateLimitRules: RootRules = { rateLimit: { scope: "profile:read", anonymous: true } };

@ObjectType({ description: "Where the caller stands with its points." })
export class RateLimit {
  @Field(() => Int, { description: "Points that this operation was priced at." })
  cost!: number;
  @Field(() => Int, { description: "The most that can be held." })
  limit!: number;
  @Field(() => Int, { description: "What is left now." })
  remaining!: number;
  @Field(() => DateTime, { description: "When all of them will be back." })
  resetAt!: Date;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, { description: "Where the caller stands with its points." })
  rateLimit(@Ctx() ctx: Context): RateLimit {
    const running = runningOf(ctx);
    const balance = running?.balance() ?? { limit: 0, remaining: 0, resetAt: new Date() };
    return Object.assign(new RateLimit(), { cost: running?.cost ?? 0, ...balance });
  }
}
