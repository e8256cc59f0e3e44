import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
  Subscription,
  type ClassType,
} from "type-graphql";
import type { Context } from "../../house/context.ts";
import { AfterArg, followChannel, liveUnion } from "../../house/liveField.ts";
import type { Entry } from "../../live/entities.ts";
import { showEntry, type Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { globalId, uuidOf } from "../../platform/graphql/ids.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { networkForViewer } from "./loaders.ts";
import { findNetworkMembership, getNetwork } from "./queries.ts";
import { Membership, Network } from "./types.ts";

@ObjectType({ implements: LiveUpdate, description: "The viewer came into a network." })
class NetworkJoined extends LiveUpdate {
  networkKey!: string;
}

@Resolver(() => NetworkJoined)
class NetworkJoinedResolver {
  @FieldResolver(() => Network, { description: "The network as it is now." })
  network(@Root() update: NetworkJoined, @Ctx() ctx: Context): Promise<Network> {
    return getNetwork(ctx, update.networkKey);
  }
}

@ObjectType({ implements: LiveUpdate, description: "Its name, look, places or rules changed." })
class NetworkEdited extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({
  implements: LiveUpdate,
  description:
    "Somebody has another role in the network. With one's own, what one sees is another.",
})
class NetworkRoleChanged extends LiveUpdate {
  entry!: Entry;
}

@ObjectType({ implements: LiveUpdate, description: "Somebody is in the network no more." })
class NetworkMemberGone extends LiveUpdate {
  entry!: Entry;
  @Field(() => ID, { description: "The place that ended." })
  get membershipId(): string {
    return globalId("Membership", this.entry.data["membershipId"] as string);
  }
  @Field(() => ID, { description: "Whose it was." })
  get personId(): string {
    return globalId("Person", this.entry.data["personId"] as string);
  }
}

@ObjectType({
  implements: LiveUpdate,
  description: "The viewer is in a network no more, nor in any of its groups.",
})
class NetworkLeft extends LiveUpdate {
  entry!: Entry;
  @Field(() => ID, { description: "Which network." })
  get networkId(): string {
    return globalId("Network", this.entry.data["networkId"] as string);
  }
}

function showsNetwork(update: ClassType<LiveUpdate & { entry: Entry }>): ClassType {
  @Resolver(() => update)
  class ShowsNetwork {
    @FieldResolver(() => Network, { description: "The network as it is now." })
    network(@Root() { entry }: NetworkRoleChanged, @Ctx() ctx: Context): Promise<Network> {
      return getNetwork(ctx, entry.data["networkId"] as string);
    }
  }
  return ShowsNetwork;
}

@Resolver(() => NetworkRoleChanged)
class PlaceOfRoleChanged {
  @FieldResolver(() => Membership, {
    nullable: true,
    description: "The place with its role as it is now; null when it has ended.",
  })
  membership(
    @Root() { entry }: NetworkRoleChanged,
    @Ctx() ctx: Context,
  ): Promise<Membership | null> {
    return findNetworkMembership(ctx, entry.data["membershipId"] as string);
  }
}

/** The fields of the updates that this room's facts become. */
export const networkUpdateResolvers: ClassType[] = [
  NetworkJoinedResolver,
  showsNetwork(NetworkEdited),
  showsNetwork(NetworkRoleChanged),
  showsNetwork(NetworkMemberGone),
  PlaceOfRoleChanged,
];

/** What this room's facts are to those who follow a network. */
export const networksInNetwork: Projections = {
  NetworkEdited: showEntry(NetworkEdited),
  NetworkRoleChanged: showEntry(NetworkRoleChanged),
  NetworkMemberGone: showEntry(NetworkMemberGone),
};

/** What this room's facts are to the person in whose channel they stand. */
export const networksInInbox: Projections = {
  NetworkJoined: {
    update: NetworkJoined,
    project: ({ data }) => Object.assign(new NetworkJoined(), { networkKey: data["networkId"] }),
  },
  NetworkRoleChanged: showEntry(NetworkRoleChanged),
  NetworkLeft: showEntry(NetworkLeft),
};

/** The network's live field. `projections` come from the rooms whose facts it shows. */
export function networkLiveResolver(projections: Projections): ClassType {
  const NetworkUpdate = liveUnion(
    "NetworkUpdate",
    "What happens in a network, for its members, and the stream's own answers.",
    projections,
  );

  @Resolver()
  class NetworkLiveResolver {
    @Subscription(() => NetworkUpdate, {
      description: "What happens in a network. Ends when the viewer is no member any more.",
      subscribe: ({ args, context }) =>
        followNetwork(context as Context, args as NetworkUpdatesArgs),
    })
    networkUpdates(
      @Root() update: LiveUpdate,
      @Arg("networkId", () => ID, { description: "The network." }) _networkId: string,
      @AfterArg() _after: string | null,
    ): LiveUpdate {
      return update;
    }
  }
  return NetworkLiveResolver;

  async function followNetwork(ctx: Context, { networkId, after }: NetworkUpdatesArgs) {
    const id = uuidOf("Network", networkId);
    if (!(await ctx.load(networkForViewer, id))) throw notFound();
    return followChannel(ctx, { channelId: id, projections, after });
  }
}

interface NetworkUpdatesArgs {
  networkId: string;
  after?: string | null;
}
