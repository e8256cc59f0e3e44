import { Ctx, Field, ID, ObjectType } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import type { Entry } from "../../../live/entities.ts";
import { LiveUpdate } from "../../../live/updates.ts";
import { globalId } from "../../../platform/graphql/ids.ts";
import { Membership } from "../../networks/public.ts";
import { getPerson, Person } from "../../people/public.ts";
import { getGroup } from "../queries/groups.ts";
import { getMembership } from "../queries/members.ts";
import { Group } from "./group.ts";

const keyIn = (entry: Entry, name: "groupId" | "membershipId" | "personId") =>
  entry.data[name] as string;

@ObjectType({ implements: LiveUpdate, description: "The network has a new group." })
export class GroupCreated extends LiveUpdate {
  entry!: Entry;
  @Field(() => Group, { description: "The new group." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, keyIn(this.entry, "groupId"));
  }
}

@ObjectType({
  implements: LiveUpdate,
  description: "A group's name, description or country was changed.",
})
export class GroupEdited extends LiveUpdate {
  entry!: Entry;
  @Field(() => Group, { description: "The group as it is now." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, keyIn(this.entry, "groupId"));
  }
}

@ObjectType({ implements: LiveUpdate, description: "Somebody came into the group." })
export class MemberAdmitted extends LiveUpdate {
  entry!: Entry;
  @Field(() => Group, { description: "The group as it is now." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, this.entry.channelId);
  }
  @Field(() => Membership, { description: "The new place in it." })
  membership(@Ctx() ctx: Context): Promise<Membership> {
    return getMembership(ctx, keyIn(this.entry, "membershipId"));
  }
}

@ObjectType({ implements: LiveUpdate, description: "Somebody was removed from the group." })
export class MemberRemoved extends LiveUpdate {
  entry!: Entry;
  @Field(() => Group, { description: "The group as it is now." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, this.entry.channelId);
  }
  @Field(() => Person, { description: "Who is no member any more." })
  person(@Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, keyIn(this.entry, "personId"));
  }
}

@ObjectType({ implements: LiveUpdate, description: "Somebody left the group." })
export class MemberLeft extends LiveUpdate {
  entry!: Entry;
  @Field(() => Group, { description: "The group as it is now." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, this.entry.channelId);
  }
  @Field(() => Person, { description: "Who is no member any more." })
  person(@Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, keyIn(this.entry, "personId"));
  }
}

@ObjectType({ implements: LiveUpdate, description: "Somebody has another role in the group." })
export class RoleChanged extends LiveUpdate {
  entry!: Entry;
  @Field(() => Group, { description: "The group as it is now." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, this.entry.channelId);
  }
  @Field(() => Membership, { description: "The place with its role as it is now." })
  membership(@Ctx() ctx: Context): Promise<Membership> {
    return getMembership(ctx, keyIn(this.entry, "membershipId"));
  }
}

@ObjectType({ implements: LiveUpdate, description: "The viewer came into a group." })
export class GroupJoined extends LiveUpdate {
  groupKey!: string;
  @Field(() => Group, { description: "The group as it is now." })
  group(@Ctx() ctx: Context): Promise<Group> {
    return getGroup(ctx, this.groupKey);
  }
}

@ObjectType({ implements: LiveUpdate, description: "The viewer is in a group no more." })
export class GroupLeft extends LiveUpdate {
  groupKey!: string;
  @Field(() => ID, { description: "Which group." })
  get groupId(): string {
    return globalId("Group", this.groupKey);
  }
}
