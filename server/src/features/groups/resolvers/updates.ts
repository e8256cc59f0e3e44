import { Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { Shared } from "../../../platform/graphql/sharing/mark.ts";
import type { Entry } from "../../../live/entities.ts";
import type { LiveUpdate } from "../../../live/updates.ts";
import { Membership } from "../../networks/public.ts";
import { getPerson, Person } from "../../people/public.ts";
import { findGroup, getGroup } from "../queries/groups.ts";
import { getMembership } from "../queries/members.ts";
import { Group } from "../types/group.ts";
import {
  CompactAgreed,
  CompactWritten,
  GroupCreated,
  GroupEdited,
  GroupHidden,
  GroupJoined,
  GroupMovedOn,
  GroupRoleChanged,
  MemberAdmitted,
  MemberLeft,
  MemberRemoved,
  RoleChanged,
  SeatsChanged,
} from "../types/updates.ts";

type Update = LiveUpdate & { entry: Entry };

/** The group that a fact names, or else the one in whose channel it stands. */
const groupIn = ({ channelId, data }: Entry) =>
  (data["groupId"] as string | undefined) ?? channelId;

function showsGroup(update: ClassType<Update>): ClassType {
  @Resolver(() => update)
  class ShowsGroup {
    @FieldResolver(() => Group, { description: "The group as it is now." })
    group(@Root() { entry }: Update, @Ctx() ctx: Context): Promise<Group> {
      return getGroup(ctx, groupIn(entry));
    }
  }
  return ShowsGroup;
}

function showsMembership(update: ClassType<Update>): ClassType {
  @Resolver(() => update)
  class ShowsMembership {
    @FieldResolver(() => Membership, { description: "The place with its role as it is now." })
    membership(@Root() { entry }: Update, @Ctx() ctx: Context): Promise<Membership> {
      return getMembership(ctx, entry.data["membershipId"] as string);
    }
  }
  return ShowsMembership;
}

function showsPerson(update: ClassType<Update>): ClassType {
  @Resolver(() => update)
  class ShowsPerson {
    @Shared()
    @FieldResolver(() => Person, { description: "Who is no member any more." })
    person(@Root() { entry }: Update, @Ctx() ctx: Context): Promise<Person> {
      return getPerson(ctx, entry.data["personId"] as string);
    }
  }
  return ShowsPerson;
}

@Resolver(() => GroupHidden)
class GroupOfHidden {
  @FieldResolver(() => Group, {
    nullable: true,
    description: "The group, for those who may still see it; null for everybody else.",
  })
  groupIfSeen(@Root() { entry }: GroupHidden, @Ctx() ctx: Context): Promise<Group | null> {
    return findGroup(ctx, groupIn(entry));
  }
}

/** The fields of the updates that this room's facts become. */
export const groupUpdateResolvers: ClassType[] = [
  GroupOfHidden,
  ...[
    GroupCreated,
    GroupEdited,
    GroupMovedOn,
    SeatsChanged,
    CompactWritten,
    CompactAgreed,
    GroupJoined,
    GroupRoleChanged,
    MemberAdmitted,
    MemberRemoved,
    MemberLeft,
    RoleChanged,
  ].map(showsGroup),
  ...[MemberAdmitted, RoleChanged, CompactAgreed].map(showsMembership),
  ...[MemberRemoved, MemberLeft].map(showsPerson),
];
