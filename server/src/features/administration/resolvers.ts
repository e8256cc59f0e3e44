import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { findGroup, Group } from "../groups/public.ts";
import { getNetwork, Network } from "../networks/public.ts";
import { getPerson, Person } from "../people/public.ts";
import { gatherInvitations } from "./commands/gatherInvitations.ts";
import { planInvitations } from "./commands/planInvitations.ts";
import { planResending } from "./commands/planResending.ts";
import { startBulkAct } from "./commands/startBulkAct.ts";
import { undoBulkAct } from "./commands/undoBulkAct.ts";
import { lineOutcomes, linePlans, type LineOutcome, type LinePlan } from "./entities.ts";
import {
  countOutcomes,
  countPlans,
  findBulkAct,
  listBulkActs,
  listGroupsOfAct,
  listLines,
} from "./queries.ts";
import {
  BulkAct,
  BulkActConnection,
  BulkGroup,
  BulkGroupConnection,
  BulkLine,
  BulkLineConnection,
  GatherInvitationsInput,
  GatherInvitationsPayload,
  OutcomeCount,
  PlanCount,
  PlanInvitationsInput,
  PlanInvitationsPayload,
  PlanResendingInput,
  PlanResendingPayload,
  StartBulkActInput,
  StartBulkActPayload,
  UndoBulkActInput,
  UndoBulkActPayload,
} from "./types.ts";

@Resolver(() => Network)
export class NetworkBulkActs {
  @FieldResolver(() => BulkActConnection, {
    description:
      "What was done to many at once, the newest first: the record. For the network's managers; empty for others.",
  })
  bulkActs(
    @Root() { key }: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<BulkAct>> {
    return listBulkActs(ctx, { networkId: key, args });
  }
}

@Resolver(() => BulkAct)
export class BulkActFields {
  @FieldResolver(() => Network, { description: "The network." })
  network(@Root() { networkId }: BulkAct, @Ctx() ctx: Context): Promise<Network> {
    return getNetwork(ctx, networkId);
  }

  @FieldResolver(() => Person, { description: "Whose act it is." })
  by(@Root() { actorId }: BulkAct, @Ctx() ctx: Context): Promise<Person> {
    return getPerson(ctx, actorId);
  }

  @FieldResolver(() => [PlanCount], { description: "How many lines are meant for what." })
  plans(@Root() { key }: BulkAct, @Ctx() ctx: Context): Promise<PlanCount[]> {
    return countPlans(ctx, key);
  }

  @FieldResolver(() => [OutcomeCount], { description: "How many lines became what." })
  outcomes(@Root() { key }: BulkAct, @Ctx() ctx: Context): Promise<OutcomeCount[]> {
    return countOutcomes(ctx, key);
  }

  @FieldResolver(() => BulkGroupConnection, {
    description: "The groups that people are invited into, those that lack most seats first.",
  })
  groups(
    @Root() { key }: BulkAct,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<BulkGroup>> {
    return listGroupsOfAct(ctx, { actId: key, args });
  }

  @FieldResolver(() => BulkLineConnection, { description: "Its lines, as they were given." })
  lines(
    @Root() { key }: BulkAct,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("plans", () => [linePlans], { nullable: true, description: "Only those meant for these." })
    plans: LinePlan[] | null,
    @Arg("outcomes", () => [lineOutcomes], {
      nullable: true,
      description: "Only those that became these.",
    })
    outcomes: LineOutcome[] | null,
    @Ctx() ctx: Context,
  ): Promise<Page<BulkLine>> {
    return listLines(ctx, { actId: key, plans, outcomes, args });
  }
}

@Resolver(() => BulkLine)
export class BulkLineFields {
  @FieldResolver(() => Group, { nullable: true, description: "The group, where there is one." })
  async group(@Root() { groupId }: BulkLine, @Ctx() ctx: Context): Promise<Group | null> {
    return groupId ? findGroup(ctx, groupId) : null;
  }
}

@Resolver(() => BulkGroup)
export class BulkGroupFields {
  @FieldResolver(() => Group, { nullable: true, description: "The group." })
  group(@Root() { groupId }: BulkGroup, @Ctx() ctx: Context): Promise<Group | null> {
    return findGroup(ctx, groupId);
  }
}

@Resolver()
export class BulkActMutations {
  @Mutation(() => GatherInvitationsPayload, {
    description: "Sends one part of a list of people to invite. For the network's managers.",
  })
  gatherInvitations(
    @Arg("input", () => GatherInvitationsInput, { description: "The part." })
    input: GatherInvitationsInput,
    @Ctx() ctx: Context,
  ): Promise<GatherInvitationsPayload> {
    return answer(GatherInvitationsPayload, async () => ({
      bulkAct: await after(ctx, gatherInvitations(ctx, input)),
    }));
  }

  @Mutation(() => PlanInvitationsPayload, {
    description:
      "Says what would be done with each line of a list, and does nothing. For the network's managers.",
  })
  planInvitations(
    @Arg("input", () => PlanInvitationsInput, { description: "The list." })
    input: PlanInvitationsInput,
    @Ctx() ctx: Context,
  ): Promise<PlanInvitationsPayload> {
    return answer(PlanInvitationsPayload, async () => ({
      bulkAct: await after(ctx, planInvitations(ctx, input)),
    }));
  }

  @Mutation(() => PlanResendingPayload, {
    description:
      "Plans to send expired invitations again, and does nothing. For the network's managers.",
  })
  planResending(
    @Arg("input", () => PlanResendingInput, { description: "Where." }) input: PlanResendingInput,
    @Ctx() ctx: Context,
  ): Promise<PlanResendingPayload> {
    return answer(PlanResendingPayload, async () => ({
      bulkAct: await after(ctx, planResending(ctx, input)),
    }));
  }

  @Mutation(() => StartBulkActPayload, {
    description: "Lets a planned act begin. It goes on by itself. For the network's managers.",
  })
  startBulkAct(
    @Arg("input", () => StartBulkActInput, { description: "Which." }) input: StartBulkActInput,
    @Ctx() ctx: Context,
  ): Promise<StartBulkActPayload> {
    return answer(StartBulkActPayload, async () => ({
      bulkAct: await after(ctx, startBulkAct(ctx, input)),
    }));
  }

  @Mutation(() => UndoBulkActPayload, {
    description:
      "Takes back what an act did and nobody has used yet; stops it if it is at work. For the network's managers.",
  })
  undoBulkAct(
    @Arg("input", () => UndoBulkActInput, { description: "Which." }) input: UndoBulkActInput,
    @Ctx() ctx: Context,
  ): Promise<UndoBulkActPayload> {
    return answer(UndoBulkActPayload, async () => ({
      bulkAct: await after(ctx, undoBulkAct(ctx, input)),
    }));
  }
}

/** The act as it is after the command. */
async function after(ctx: Context, done: Promise<string>): Promise<BulkAct | null> {
  const id = await done;
  ctx.renew();
  return findBulkAct(ctx, id);
}
