import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../../house/connection.ts";
import { ActionAnswer, answerActions } from "../../../house/actions.ts";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import {
  getNetwork,
  MembershipConnection,
  Network,
  roles,
  type Membership,
  type Role,
} from "../../networks/public.ts";
import { Viewer } from "../../people/public.ts";
import { createGroup } from "../commands/createGroup.ts";
import { editGroup } from "../commands/editGroup.ts";
import { moveGroupOn } from "../commands/moveGroupOn.ts";
import { openCoordinatorsRoom } from "../commands/openCoordinatorsRoom.ts";
import { groupKinds, type GroupKind } from "../entities/group.ts";
import { groupPolicy } from "../policy.ts";
import { findGroup, listNetworkGroups, listViewerGroups } from "../queries/groups.ts";
import { listInvitations } from "../queries/invitations.ts";
import { listMembers } from "../queries/members.ts";
import { Group, GroupConnection } from "../types/group.ts";
import {
  CreateGroupInput,
  CreateGroupPayload,
  EditGroupInput,
  EditGroupPayload,
  MoveGroupOnInput,
  MoveGroupOnPayload,
  OpenCoordinatorsRoomInput,
  OpenCoordinatorsRoomPayload,
} from "../types/groupInputs.ts";
import { InvitationConnection, type Invitation } from "../types/invitation.ts";

@Resolver(() => Group)
export class GroupResolver {
  @FieldResolver(() => Network, { description: "The network that it is in." })
  network(@Root() group: Group, @Ctx() ctx: Context): Promise<Network> {
    return getNetwork(ctx, group.networkId);
  }

  @FieldResolver(() => Group, {
    nullable: true,
    description:
      "Of a room of coordinators: the group that they coordinate. Null of every other group.",
  })
  async roomOf(@Root() { roomOf }: Group, @Ctx() ctx: Context): Promise<Group | null> {
    return roomOf ? findGroup(ctx, roomOf) : null;
  }

  @FieldResolver(() => MembershipConnection, {
    description: "Who is in it, the longest there first; empty for those who may not SEE_MEMBERS.",
  })
  members(
    @Root() group: Group,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("role", () => roles, { nullable: true, description: "Only people with this role." })
    role: Role | null,
    @Ctx() ctx: Context,
  ): Promise<Page<Membership>> {
    return listMembers(ctx, { groupId: group.key, role, args });
  }

  @FieldResolver(() => InvitationConnection, {
    description: "Its invitations, the newest first; empty for those who may not ADMIT.",
  })
  invitations(
    @Root() group: Group,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Invitation>> {
    return listInvitations(ctx, { groupId: group.key, args });
  }

  @FieldResolver(() => [ActionAnswer], {
    description: "Every GroupAction with whether the viewer may do it, and why.",
  })
  viewerActions(@Root() group: Group): ActionAnswer[] {
    return answerActions(groupPolicy, group.standing, group);
  }

  @Mutation(() => CreateGroupPayload, {
    description: "Makes a group with you as its manager. For the network's managers.",
  })
  async createGroup(
    @Arg("input", () => CreateGroupInput, { description: "What it is to be." })
    input: CreateGroupInput,
    @Ctx() ctx: Context,
  ): Promise<CreateGroupPayload> {
    const payload = await answer(CreateGroupPayload, async () => ({
      group: await createGroup(ctx, input),
    }));
    if (payload.errors[0]?.code === "ALREADY_EXISTS") {
      const page = {
        networkId: uuidOf("Network", input.networkId),
        kind: input.kind,
        args: { first: 1 },
      };
      payload.group = (await listNetworkGroups(ctx, page)).nodes[0] ?? null;
    }
    return payload;
  }

  @Mutation(() => EditGroupPayload, {
    description: "Changes what a group says of itself. For its coordinators and managers.",
  })
  editGroup(
    @Arg("input", () => EditGroupInput, { description: "What is to change." })
    input: EditGroupInput,
    @Ctx() ctx: Context,
  ): Promise<EditGroupPayload> {
    return answer(EditGroupPayload, async () => ({ group: await editGroup(ctx, input) }));
  }

  @Mutation(() => MoveGroupOnPayload, {
    description:
      "Moves a group to another state of its life. For its coordinators and managers; only managers open a sealed one again.",
  })
  moveGroupOn(
    @Arg("input", () => MoveGroupOnInput, { description: "Which group, where to." })
    input: MoveGroupOnInput,
    @Ctx() ctx: Context,
  ): Promise<MoveGroupOnPayload> {
    return answer(MoveGroupOnPayload, async () => ({ group: await moveGroupOn(ctx, input) }));
  }

  @Mutation(() => OpenCoordinatorsRoomPayload, {
    description:
      "Gives the room in which a group's coordinators talk among themselves, and makes it when there is none. For its coordinators; nobody else sees it.",
  })
  openCoordinatorsRoom(
    @Arg("input", () => OpenCoordinatorsRoomInput, { description: "Of which group." })
    input: OpenCoordinatorsRoomInput,
    @Ctx() ctx: Context,
  ): Promise<OpenCoordinatorsRoomPayload> {
    return answer(OpenCoordinatorsRoomPayload, async () => ({
      room: await openCoordinatorsRoom(ctx, input),
    }));
  }
}

@Resolver(() => Viewer)
export class ViewerGroupsResolver {
  @FieldResolver(() => GroupConnection, {
    description: "The groups that the viewer is in, the longest joined first.",
  })
  groups(@Args(() => ForwardArgs) args: ForwardArgs, @Ctx() ctx: Context): Promise<Page<Group>> {
    return listViewerGroups(ctx, args);
  }
}

@Resolver(() => Network)
export class NetworkGroupsResolver {
  @FieldResolver(() => GroupConnection, { description: "Its groups, the oldest first." })
  groups(
    @Root() network: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("kind", () => groupKinds, { nullable: true, description: "Only groups of this kind." })
    kind: GroupKind | null,
    @Ctx() ctx: Context,
  ): Promise<Page<Group>> {
    return listNetworkGroups(ctx, { networkId: network.key, kind, args });
  }
}
