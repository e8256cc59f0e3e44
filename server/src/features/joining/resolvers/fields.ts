import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { findGroup, Group } from "../../groups/public.ts";
import { getPerson, Person, Viewer } from "../../people/public.ts";
import {
  applicationStates,
  waitingStates,
  type ApplicationState,
  type WaitingState,
} from "../entities.ts";
import { nameOfGroup } from "../loaders.ts";
import {
  countOpenApplications,
  findForm,
  findOwnApplication,
  findOwnWaitingPlace,
  listApplications,
  listDraft,
  listOwnApplications,
  listOwnWaitingPlaces,
  listWaitingPlaces,
} from "../queries.ts";
import {
  Application,
  ApplicationConnection,
  JoiningAnswer,
  JoiningForm,
  WaitingPlace,
  WaitingPlaceConnection,
} from "../types/joining.ts";

@Resolver(() => Group)
export class GroupJoiningFields {
  @FieldResolver(() => JoiningForm, {
    nullable: true,
    description: "What it asks of those who apply; null for who can neither apply nor decide.",
  })
  joiningForm(@Root() group: Group, @Ctx() ctx: Context): Promise<JoiningForm | null> {
    return findForm(ctx, group.key);
  }

  @FieldResolver(() => [JoiningAnswer], {
    description: "What the viewer has written of an application so far.",
  })
  async applicationDraft(@Root() group: Group, @Ctx() ctx: Context): Promise<JoiningAnswer[]> {
    const answers = await listDraft(ctx, group.key);
    return answers.map((one) => Object.assign(new JoiningAnswer(), { label: "", ...one }));
  }

  @FieldResolver(() => Application, {
    nullable: true,
    description: "The viewer's own last application to it.",
  })
  viewerApplication(@Root() group: Group, @Ctx() ctx: Context): Promise<Application | null> {
    return findOwnApplication(ctx, group.key);
  }

  @FieldResolver(() => WaitingPlace, {
    nullable: true,
    description: "The viewer's own place in the line for a seat, while it lasts.",
  })
  viewerWaitingPlace(@Root() group: Group, @Ctx() ctx: Context): Promise<WaitingPlace | null> {
    return findOwnWaitingPlace(ctx, group.key);
  }

  @FieldResolver(() => ApplicationConnection, {
    description: "Its applications, the oldest first; empty for those who may not ADMIT.",
  })
  applications(
    @Root() group: Group,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("state", () => applicationStates, {
      nullable: true,
      description: "Only those in this state.",
    })
    state: ApplicationState | null,
    @Ctx() ctx: Context,
  ): Promise<Page<Application>> {
    return listApplications(ctx, { groupId: group.key, state, args });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Applications that are not decided yet; null for those who may not ADMIT.",
  })
  openApplicationCount(@Root() group: Group, @Ctx() ctx: Context): Promise<number | null> {
    return countOpenApplications(ctx, group.key);
  }

  @FieldResolver(() => WaitingPlaceConnection, {
    description:
      "Who waits for a seat, the first in the line first; empty for those who may not ADMIT.",
  })
  waitingPlaces(
    @Root() group: Group,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("state", () => waitingStates, { nullable: true, description: "Only those in this state." })
    state: WaitingState | null,
    @Ctx() ctx: Context,
  ): Promise<Page<WaitingPlace>> {
    return listWaitingPlaces(ctx, { groupId: group.key, state, args });
  }
}

@Resolver(() => Viewer)
export class ViewerJoiningFields {
  @FieldResolver(() => ApplicationConnection, { description: "Their own, the newest first." })
  applications(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Application>> {
    return listOwnApplications(ctx, args);
  }

  @FieldResolver(() => WaitingPlaceConnection, {
    description: "Their own places in lines for a seat, the newest first.",
  })
  waitingPlaces(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<WaitingPlace>> {
    return listOwnWaitingPlaces(ctx, args);
  }
}

const groupOf = {
  nullable: true,
  description: "The group; null when the viewer may not know of it (any more).",
} as const;

@Resolver(() => Application)
export class ApplicationFields {
  @FieldResolver(() => Group, groupOf)
  group(@Root() { groupId }: Application, @Ctx() ctx: Context): Promise<Group | null> {
    return findGroup(ctx, groupId);
  }

  @FieldResolver(() => Person, { description: "Who applies." })
  person(@Root() { personId }: Application, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, personId);
  }
}

@Resolver(() => WaitingPlace)
export class WaitingPlaceFields {
  @FieldResolver(() => Group, groupOf)
  group(@Root() { groupId }: WaitingPlace, @Ctx() ctx: Context): Promise<Group | null> {
    return findGroup(ctx, groupId);
  }

  @FieldResolver(() => String, {
    description: "What the group is called, also for who was invited and does not see it yet.",
  })
  groupName(@Root() { groupId }: WaitingPlace, @Ctx() ctx: Context): Promise<string> {
    return ctx.load(nameOfGroup, groupId);
  }

  @FieldResolver(() => Person, { description: "Who waits." })
  person(@Root() { personId }: WaitingPlace, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, personId);
  }
}
