import { Arg, ID, Resolver, Root, Subscription, type ClassType } from "type-graphql";
import type { Context } from "../../house/context.ts";
import { AfterArg, followChannel, liveUnion } from "../../house/liveField.ts";
import { showEntry, type Projections } from "../../live/projection.ts";
import type { LiveUpdate } from "../../live/updates.ts";
import { notFound } from "../../platform/graphql/errors.ts";
import { uuidOf } from "../../platform/graphql/ids.ts";
import { groupForViewer } from "./loaders.ts";
import { groupPolicy } from "./policy.ts";
import {
  CompactAgreed,
  CompactWritten,
  GroupCreated,
  GroupEdited,
  GroupHidden,
  GroupJoined,
  GroupLeft,
  GroupMovedOn,
  GroupRoleChanged,
  MemberAdmitted,
  MemberLeft,
  MemberRemoved,
  RoleChanged,
  SeatsChanged,
} from "./types/updates.ts";

/** What this room's facts are to those who follow a group. */
export const groupProjections: Projections = {
  MemberAdmitted: showEntry(MemberAdmitted),
  MemberRemoved: showEntry(MemberRemoved),
  MemberLeft: showEntry(MemberLeft),
  RoleChanged: showEntry(RoleChanged),
  GroupEdited: showEntry(GroupEdited),
  GroupMovedOn: showEntry(GroupMovedOn),
  SeatsChanged: showEntry(SeatsChanged),
  CompactWritten: showEntry(CompactWritten),
  CompactAgreed: showEntry(CompactAgreed),
};

/** What of this room's facts is told around a group, to those who may know of it. */
const around: Projections = {
  GroupCreated: showEntry(GroupCreated),
  GroupEdited: showEntry(GroupEdited),
  GroupMovedOn: showEntry(GroupMovedOn),
};

/** What this room's facts are to those who follow a network. */
export const networkProjections: Projections = { ...around, GroupHidden: showEntry(GroupHidden) };

/** What this room's facts are to the person in whose channel they stand. */
export const inboxProjections: Projections = {
  ...around,
  GroupJoined: showEntry(GroupJoined),
  GroupLeft: showEntry(GroupLeft),
  GroupRoleChanged: showEntry(GroupRoleChanged),
};

/** The group's live field. `projections`: this room's and those of the rooms above, merged. */
export function groupLiveResolver(projections: Projections): ClassType {
  const GroupUpdate = liveUnion(
    "GroupUpdate",
    "What happens in a group, for its members, and the stream's own answers.",
    projections,
  );

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
      @AfterArg() _after: string | null,
    ): LiveUpdate {
      return update;
    }
  }
  return GroupLiveResolver;

  async function followGroup(ctx: Context, { groupId, after }: GroupUpdatesArgs) {
    const id = uuidOf("Group", groupId);
    const found = await ctx.load(groupForViewer, id);
    if (!found || !groupPolicy.READ(found.standing, found.row)) throw notFound();
    return followChannel(ctx, { channelId: id, projections, after });
  }
}

interface GroupUpdatesArgs {
  groupId: string;
  after?: string | null;
}
