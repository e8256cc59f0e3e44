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
import { projecting, showEntry, updateTypes, type Projections } from "../../live/projection.ts";
import type { LiveUpdate } from "../../live/updates.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { uuidOf } from "../../platform/graphql/ids.ts";
import { Cursor } from "../../platform/graphql/scalars.ts";
import { groupForViewer } from "./loaders.ts";
import { groupPolicy } from "./policy.ts";
import {
  GroupCreated,
  GroupEdited,
  GroupJoined,
  GroupLeft,
  MemberAdmitted,
  MemberLeft,
  MemberRemoved,
  RoleChanged,
} from "./types/updates.ts";

/** What this room's facts are to those who follow a group. */
export const groupProjections: Projections = {
  MemberAdmitted: showEntry(MemberAdmitted),
  MemberRemoved: showEntry(MemberRemoved),
  MemberLeft: showEntry(MemberLeft),
  RoleChanged: showEntry(RoleChanged),
  GroupEdited: showEntry(GroupEdited),
};

/** What this room's facts are to those who follow a network. */
export const networkProjections: Projections = {
  GroupCreated: showEntry(GroupCreated),
  GroupEdited: showEntry(GroupEdited),
};

/** What this room's facts are to the person in whose channel they stand. */
export const inboxProjections: Projections = {
  GroupJoined: showEntry(GroupJoined),
  GroupLeft: showEntry(GroupLeft),
};

/** The group's live field. `projections`: this room's and those of the rooms above, merged. */
export function groupLiveResolver(projections: Projections): ClassType {
  const GroupUpdate = createUnionType({
    name: "GroupUpdate",
    description:
      "What happens in a group, for its members, and the stream's own answers. Pass over members that you do not know.",
    types: () => updateTypes(projections),
    resolveType: (value: object) => value.constructor.name,
  });

  @Resolver()
  class GroupLiveResolver {
    @Subscription(() => GroupUpdate, {
      description:
        "What happens in a group that the viewer is in. A thread's activity is told at most every two seconds.",
      subscribe: ({ args, context }) => followGroup(context as Context, args as GroupUpdatesArgs),
    })
    groupUpdates(
      @Root() update: LiveUpdate,
      @Arg("groupId", () => ID, { description: "The group." }) _groupId: string,
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
  return GroupLiveResolver;

  async function followGroup(ctx: Context, { groupId, after }: GroupUpdatesArgs) {
    const id = uuidOf("Group", groupId);
    const found = await ctx.load(groupForViewer, id);
    if (!found || !groupPolicy.READ(found.standing, found.row)) throw notFound();
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

interface GroupUpdatesArgs {
  groupId: string;
  after?: string | null;
}
