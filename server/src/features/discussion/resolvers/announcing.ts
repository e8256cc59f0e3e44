import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer, refused } from "../../../house/refusal.ts";
import { clientKeyOf, globalId, uuidOf } from "../../../platform/graphql/ids.ts";
import { findGroup } from "../../groups/public.ts";
import { Viewer } from "../../people/public.ts";
import {
  AnnouncementInGroup,
  AnnouncementReach,
  AnnounceToGroupsInput,
  AnnounceToGroupsPayload,
} from "../announceTypes.ts";
import { announceToGroups, type Announced } from "../commands/announceToGroups.ts";
import { findThread } from "../queries.ts";
import { announcementReach } from "../reach.ts";

@Resolver()
export class AnnouncingMutations {
  @Mutation(() => AnnounceToGroupsPayload, {
    description:
      "Writes one announcement into several groups in one step, and says of each what came of it. Five a day in a group.",
  })
  announceToGroups(
    @Arg("input", () => AnnounceToGroupsInput, { description: "What to announce, where." })
    input: AnnounceToGroupsInput,
    @Ctx() ctx: Context,
  ): Promise<AnnounceToGroupsPayload> {
    return answer(AnnounceToGroupsPayload, async () => {
      const announced = await announceToGroups(ctx, {
        groupIds: input.groupIds.map((id) => uuidOf("Group", id)),
        title: input.title,
        body: input.body,
        clientKey: clientKeyOf(input.clientKey),
        askAcknowledgement: input.askAcknowledgement ?? false,
      });
      ctx.renew();
      return { announcements: await Promise.all(announced.map((one) => present(ctx, one))) };
    });
  }
}

@Resolver(() => Viewer)
export class ViewerAnnouncingResolver {
  @FieldResolver(() => AnnouncementReach, {
    description: "Whom an announcement to some of the viewer's groups would reach.",
  })
  announcementReach(
    @Arg("groupIds", () => [ID], {
      nullable: true,
      description:
        "At most 200. Null: the groups that the viewer coordinates or manages, the longest joined first.",
    })
    groupIds: string[] | null,
    @Ctx() ctx: Context,
  ): Promise<AnnouncementReach> {
    return announcementReach(ctx, groupIds?.map((id) => uuidOf("Group", id)) ?? null);
  }
}

async function present(
  ctx: Context,
  { groupId, threadId, refusal }: Announced,
): Promise<AnnouncementInGroup> {
  const [group, thread] = await Promise.all([
    findGroup(ctx, groupId),
    threadId && findThread(ctx, threadId),
  ]);
  return Object.assign(new AnnouncementInGroup(), {
    groupId: globalId("Group", groupId),
    group,
    thread: thread || null,
    error: refusal && refused(refusal.code, refusal.message, refusal.field ?? undefined).refusal,
  });
}
