import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
  type ClassType,
} from "type-graphql";
import { ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { getPerson, Person, Viewer } from "../people/public.ts";
import { changeNetworkRole } from "./commands/changeNetworkRole.ts";
import { createNetwork, type Founding } from "./commands/createNetwork.ts";
import type { Departure } from "./commands/departure.ts";
import { leaveNetwork } from "./commands/leaveNetwork.ts";
import { removeFromNetwork } from "./commands/removeFromNetwork.ts";
import {
  ChangeNetworkRoleInput,
  ChangeNetworkRolePayload,
  LeaveNetworkInput,
  LeaveNetworkPayload,
  RemoveFromNetworkInput,
  RemoveFromNetworkPayload,
} from "./placeInputs.ts";
import { findNetworkBySlug, listNetworkMembers, listNetworks } from "./queries.ts";
import {
  CreateNetworkInput,
  CreateNetworkPayload,
  Membership,
  MembershipConnection,
  Network,
  NetworkConnection,
  roles,
  type Role,
} from "./types.ts";

@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => Network, {
    nullable: true,
    description: "A network that the viewer is in, else null.",
  })
  network(
    @Arg("slug", () => String, { description: "Its name in addresses." }) slug: string,
    @Ctx() ctx: Context,
  ): Promise<Network | null> {
    return findNetworkBySlug(ctx, slug);
  }

  @Query(() => NetworkConnection, {
    description: "The networks that the viewer is in, the longest joined first.",
  })
  networks(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Network>> {
    return listNetworks(ctx, args);
  }

  @FieldResolver(() => MembershipConnection, {
    description: "Who is in it, the longest there first.",
  })
  members(
    @Root() network: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("role", () => roles, {
      nullable: true,
      description: "Only people with this role in the network.",
    })
    role: Role | null,
    @Ctx() ctx: Context,
  ): Promise<Page<Membership>> {
    return listNetworkMembers(ctx, { networkId: network.key, role, args });
  }
}

@Resolver(() => Viewer)
export class ViewerNetworksResolver {
  @FieldResolver(() => NetworkConnection, {
    description: "The networks that the viewer is in, the longest joined first.",
  })
  networks(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Network>> {
    return listNetworks(ctx, args);
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Person, { description: "Whose place it is." })
  person(@Root() { personId }: Membership, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, personId);
  }
}

/** The ways out of a network and between its roles, with what the higher rooms end then. */
export function networkPlacesResolver(departures: readonly Departure[]): ClassType {
  @Resolver()
  class NetworkPlacesResolver {
    @Mutation(() => ChangeNetworkRolePayload, {
      description: "Gives somebody another role in a network. For its managers.",
    })
    changeNetworkRole(
      @Arg("input", () => ChangeNetworkRoleInput, { description: "Who is to be what." })
      input: ChangeNetworkRoleInput,
      @Ctx() ctx: Context,
    ): Promise<ChangeNetworkRolePayload> {
      return answer(ChangeNetworkRolePayload, async () => ({
        membership: await changeNetworkRole(ctx, input),
      }));
    }

    @Mutation(() => LeaveNetworkPayload, {
      description:
        "Leaves a network with all its groups: you see nothing of it from then on. Its last manager cannot.",
    })
    leaveNetwork(
      @Arg("input", () => LeaveNetworkInput, { description: "Which network." })
      input: LeaveNetworkInput,
      @Ctx() ctx: Context,
    ): Promise<LeaveNetworkPayload> {
      return answer(LeaveNetworkPayload, async () => ({
        networkId: await leaveNetwork(ctx, { input, departures }),
      }));
    }

    @Mutation(() => RemoveFromNetworkPayload, {
      description:
        "Removes somebody from a network and all its groups: they see nothing of it from then on, on open screens too. For its managers.",
    })
    removeFromNetwork(
      @Arg("input", () => RemoveFromNetworkInput, { description: "Who, from where." })
      input: RemoveFromNetworkInput,
      @Ctx() ctx: Context,
    ): Promise<RemoveFromNetworkPayload> {
      return answer(RemoveFromNetworkPayload, () => removeFromNetwork(ctx, { input, departures }));
    }
  }
  return NetworkPlacesResolver;
}

/** createNetwork, with what the higher rooms add to a new network. */
export function networkFoundingResolver(founding: readonly Founding[]): ClassType {
  @Resolver()
  class NetworkFoundingResolver {
    @Mutation(() => CreateNetworkPayload, {
      description: "Makes a network with you as its manager, and its coordinators' group.",
    })
    createNetwork(
      @Arg("input", () => CreateNetworkInput, { description: "What it is called." })
      input: CreateNetworkInput,
      @Ctx() ctx: Context,
    ): Promise<CreateNetworkPayload> {
      return answer(CreateNetworkPayload, async () => ({
        network: await createNetwork(ctx, { input, founding }),
      }));
    }
  }
  return NetworkFoundingResolver;
}
