import {
  Arg,
  createUnionType,
  Ctx,
  ID,
  Resolver,
  Root,
  Subscription,
  type ClassType,
} from "type-graphql";
import type { Context } from "../../house/context.ts";
import { projecting, updateTypes, type Projections } from "../../live/projection.ts";
import type { LiveUpdate } from "../../live/updates.ts";
import { uuidOf } from "../../platform/graphql/ids.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { Cursor } from "../../platform/graphql/scalars.ts";
import { networkForViewer } from "./loaders.ts";

/** The network's live field. `projections` come from the rooms whose facts it shows. */
export function networkLiveResolver(projections: Projections): ClassType {
  const NetworkUpdate = createUnionType({
    name: "NetworkUpdate",
    description: "What happens in a network, for its members.",
    types: () => updateTypes(projections),
    resolveType: (value: object) => value.constructor.name,
  });

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
      @Arg("after", () => Cursor, {
        nullable: true,
        description: "Where to go on; from now when left out.",
      })
      _after: string | null,
      @Ctx() _ctx: Context,
    ): LiveUpdate {
      return update;
    }
  }
  return NetworkLiveResolver;

  async function followNetwork(ctx: Context, { networkId, after }: NetworkUpdatesArgs) {
    const id = uuidOf("Network", networkId);
    if (!(await ctx.load(networkForViewer, id))) throw notFound();
    const updates = await ctx.live.follow(id, {
      personId: ctx.personId,
      after,
      spans: true,
      ...projecting(projections),
      onBatch: () => ctx.renew(),
    });
    if (!updates) throw notFound();
    return updates;
  }
}

interface NetworkUpdatesArgs {
  networkId: string;
  after?: string | null;
}
