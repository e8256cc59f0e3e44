import {
  Arg,
  Ctx,
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
import type { Projections } from "../../live/projection.ts";
import { LiveUpdate } from "../../live/updates.ts";
import { uuidOf } from "../../platform/graphql/ids.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { networkForViewer } from "./loaders.ts";
import { getNetwork } from "./queries.ts";
import { Network } from "./types.ts";

@ObjectType({ implements: LiveUpdate, description: "The viewer came into a network." })
export class NetworkJoined extends LiveUpdate {
  networkKey!: string;
}

@Resolver(() => NetworkJoined)
export class NetworkJoinedResolver {
  @FieldResolver(() => Network, { description: "The network as it is now." })
  network(@Root() update: NetworkJoined, @Ctx() ctx: Context): Promise<Network> {
    return getNetwork(ctx, update.networkKey);
  }
}

/** What this room's facts are to the person in whose channel they stand. */
export const networksInInbox: Projections = {
  NetworkJoined: {
    update: NetworkJoined,
    project: ({ data }) => Object.assign(new NetworkJoined(), { networkKey: data["networkId"] }),
  },
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
