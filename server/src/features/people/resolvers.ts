import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { updateProfile } from "./commands/updateProfile.ts";
import { getViewer } from "./queries.ts";
import { Person, UpdateProfileInput, UpdateProfilePayload, Viewer } from "./types.ts";

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => Boolean, { description: "Whether this is who asks." })
  isViewer(@Root() person: Person, @Ctx() ctx: Context): boolean {
    return person.key === ctx.viewer?.personId;
  }
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: "Who is signed in; null for a stranger." })
  async viewer(@Ctx() ctx: Context): Promise<Viewer | null> {
    return ctx.viewer ? getViewer(ctx) : null;
  }

  @Mutation(() => UpdateProfilePayload, { description: "Changes what you tell of yourself." })
  updateProfile(
    @Arg("input", () => UpdateProfileInput, { description: "What is to change." })
    input: UpdateProfileInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateProfilePayload> {
    return answer(UpdateProfilePayload, async () => ({ person: await updateProfile(ctx, input) }));
  }
}
