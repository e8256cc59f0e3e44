import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { Network } from "../networks/public.ts";
import { PersonConnection, type Person } from "../people/public.ts";
import { listInDirectory } from "./commands/listInDirectory.ts";
import { listsViewer } from "./loaders.ts";
import { listColleaguesAbroad, listCountries, listPeople } from "./queries.ts";
import {
  ListInDirectoryInput,
  ListInDirectoryPayload,
  NetworkCountry,
  PeopleFilter,
} from "./types.ts";

@Resolver(() => Network)
export class NetworkDirectoryResolver {
  @FieldResolver(() => PersonConnection, {
    description: "People who asked to be found here, by name.",
  })
  people(
    @Root() network: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("filter", () => PeopleFilter, { nullable: true, description: "Whom to find." })
    filter: PeopleFilter | null,
    @Ctx() ctx: Context,
  ): Promise<Page<Person>> {
    return listPeople(ctx, { networkId: network.key, filter: filter ?? {}, args });
  }

  @FieldResolver(() => PersonConnection, {
    description:
      "People who asked to be found here, in your field and in other countries than yours, by name.",
  })
  colleaguesAbroad(
    @Root() network: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Person>> {
    return listColleaguesAbroad(ctx, { networkId: network.key, args });
  }

  @FieldResolver(() => [NetworkCountry], {
    description: "What the network has in each country, the most members first.",
  })
  countries(@Root() network: Network, @Ctx() ctx: Context): Promise<NetworkCountry[]> {
    return listCountries(ctx, network.key);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer can be found here." })
  viewerListed(@Root() network: Network, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.load(listsViewer, network.key);
  }

  @Mutation(() => ListInDirectoryPayload, {
    description: "Lets people of a network find you in its directory, or no longer.",
  })
  listInDirectory(
    @Arg("input", () => ListInDirectoryInput, { description: "Where, and whether." })
    input: ListInDirectoryInput,
    @Ctx() ctx: Context,
  ): Promise<ListInDirectoryPayload> {
    return answer(ListInDirectoryPayload, async () => ({
      network: await listInDirectory(ctx, input),
    }));
  }
}
