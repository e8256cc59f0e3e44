import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { Colour } from "../../platform/graphql/scalars.ts";
import { editNetwork } from "./commands/editNetwork.ts";
import { EditNetworkInput, EditNetworkPayload, NetworkLook, Palette } from "./editTypes.ts";
import { looksOf, type Tokens } from "./look.ts";
import { Network } from "./types.ts";

const palette = (tokens: Tokens) => Object.assign(new Palette(), tokens);

function presentLook(chosen: string): NetworkLook {
  const accent = chosen.toLowerCase();
  const { light, dark } = looksOf(accent);
  return Object.assign(new NetworkLook(), { accent, light: palette(light), dark: palette(dark) });
}

@Resolver(() => Network)
export class NetworkLookResolver {
  @FieldResolver(() => NetworkLook, {
    nullable: true,
    description: "How its screens look; null for the house's own look.",
  })
  look(@Root() { accent }: Network): NetworkLook | null {
    return accent === null ? null : presentLook(accent);
  }

  @FieldResolver(() => NetworkLook, {
    description: "How its screens would look with another colour.",
  })
  lookOf(@Arg("accent", () => Colour, { description: "The colour." }) accent: string): NetworkLook {
    return presentLook(accent);
  }
}

@Resolver()
export class NetworkEditingResolver {
  @Mutation(() => EditNetworkPayload, {
    description: "Changes what a network is called, how it looks, where it works, and its rules.",
  })
  editNetwork(
    @Arg("input", () => EditNetworkInput, { description: "What is to change." })
    input: EditNetworkInput,
    @Ctx() ctx: Context,
  ): Promise<EditNetworkPayload> {
    return answer(EditNetworkPayload, async () => ({ network: await editNetwork(ctx, input) }));
  }
}
