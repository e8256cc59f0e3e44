import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { CalendarDate, CountryCode } from "../../platform/graphql/scalars.ts";
import { getNetwork, Network } from "../networks/public.ts";
import { closeOrganisation } from "./commands/closeOrganisation.ts";
import { correctOrganisation } from "./commands/correctOrganisation.ts";
import { mergeOrganisations } from "./commands/mergeOrganisations.ts";
import { registerOrganisation } from "./commands/registerOrganisation.ts";
import { renameOrganisation } from "./commands/renameOrganisation.ts";
import { reviveOrganisation } from "./commands/reviveOrganisation.ts";
import { organisationKinds, type OrganisationKind } from "./entities.ts";
import {
  findOrganisation,
  heirOf,
  listNetworkOrganisations,
  listPredecessors,
  nameOf,
  namesOf,
} from "./queries.ts";
import {
  CloseOrganisationInput,
  CloseOrganisationPayload,
  CorrectOrganisationInput,
  CorrectOrganisationPayload,
  MergeOrganisationsInput,
  MergeOrganisationsPayload,
  Organisation,
  OrganisationConnection,
  OrganisationName,
  RegisterOrganisationInput,
  RegisterOrganisationPayload,
  RenameOrganisationInput,
  RenameOrganisationPayload,
  ReviveOrganisationInput,
  ReviveOrganisationPayload,
} from "./types.ts";

@Resolver(() => Network)
export class NetworkOrganisationsResolver {
  @FieldResolver(() => OrganisationConnection, {
    description: "The register of organisations that the network keeps, by name.",
  })
  organisations(
    @Root() network: Network,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg("query", () => String, {
      nullable: true,
      description: "Words of a name, present or past, or of an area.",
    })
    query: string | null,
    @Arg("kind", () => organisationKinds, { nullable: true, description: "Only these." })
    kind: OrganisationKind | null,
    @Arg("country", () => CountryCode, { nullable: true, description: "Only those there." })
    country: string | null,
    @Arg("on", () => CalendarDate, {
      nullable: true,
      description: "Only those that were there on this day; all that ever were when left out.",
    })
    on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Page<Organisation>> {
    const page = { networkId: network.key, query, kind, country, on, args };
    return listNetworkOrganisations(ctx, page);
  }
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver(() => Network, { description: "Whose register it is in." })
  network(@Root() { networkId }: Organisation, @Ctx() ctx: Context): Promise<Network> {
    return getNetwork(ctx, networkId);
  }

  @FieldResolver(() => [OrganisationName], { description: "All its names, the latest first." })
  names(@Root() organisation: Organisation): OrganisationName[] {
    return namesOf(organisation);
  }

  @FieldResolver(() => String, { description: "What it was called on a day." })
  nameOn(
    @Root() organisation: Organisation,
    @Arg("day", () => CalendarDate, { description: "The day." }) day: string,
  ): string {
    return nameOf(organisation, day);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "What it went into; null when it lasts, or when nothing carries it on.",
  })
  async successor(
    @Root() { successorId }: Organisation,
    @Ctx() ctx: Context,
  ): Promise<Organisation | null> {
    return successorId ? findOrganisation(ctx, successorId) : null;
  }

  @FieldResolver(() => [Organisation], { description: "What went into it, by name." })
  predecessors(@Root() { key }: Organisation, @Ctx() ctx: Context): Promise<Organisation[]> {
    return listPredecessors(ctx, key);
  }

  @FieldResolver(() => Organisation, {
    description: "What carries it on at a day: itself, or what it had gone into by then.",
  })
  heir(
    @Root() organisation: Organisation,
    @Arg("on", () => CalendarDate, { nullable: true, description: "The day; now when left out." })
    day: string | null,
    @Ctx() ctx: Context,
  ): Promise<Organisation> {
    return heirOf(ctx, { organisation, day });
  }
}

@Resolver()
export class OrganisationMutations {
  @Mutation(() => RegisterOrganisationPayload, {
    description: "Enters an organisation in a network's register. For the network's managers.",
  })
  registerOrganisation(
    @Arg("input", () => RegisterOrganisationInput, { description: "What it is." })
    input: RegisterOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<RegisterOrganisationPayload> {
    return answer(RegisterOrganisationPayload, async () => ({
      organisation: await registerOrganisation(ctx, input),
    }));
  }

  @Mutation(() => CorrectOrganisationPayload, {
    description: "Puts right what the register said wrongly. For the network's managers.",
  })
  correctOrganisation(
    @Arg("input", () => CorrectOrganisationInput, { description: "What is right." })
    input: CorrectOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<CorrectOrganisationPayload> {
    return answer(CorrectOrganisationPayload, async () => ({
      organisation: await correctOrganisation(ctx, input),
    }));
  }

  @Mutation(() => RenameOrganisationPayload, {
    description: "Gives an organisation a new name from a day on. For the network's managers.",
  })
  renameOrganisation(
    @Arg("input", () => RenameOrganisationInput, { description: "Which, how and from when." })
    input: RenameOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<RenameOrganisationPayload> {
    return answer(RenameOrganisationPayload, async () => ({
      organisation: await renameOrganisation(ctx, input),
    }));
  }

  @Mutation(() => MergeOrganisationsPayload, {
    description:
      "Says that organisations went into another one: all of them or none. For the network's managers.",
  })
  mergeOrganisations(
    @Arg("input", () => MergeOrganisationsInput, { description: "Which, into which, and when." })
    input: MergeOrganisationsInput,
    @Ctx() ctx: Context,
  ): Promise<MergeOrganisationsPayload> {
    return answer(MergeOrganisationsPayload, () => mergeOrganisations(ctx, input));
  }

  @Mutation(() => CloseOrganisationPayload, {
    description: "Says that an organisation is no more. For the network's managers.",
  })
  closeOrganisation(
    @Arg("input", () => CloseOrganisationInput, { description: "Which, and since when." })
    input: CloseOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<CloseOrganisationPayload> {
    return answer(CloseOrganisationPayload, async () => ({
      organisation: await closeOrganisation(ctx, input),
    }));
  }

  @Mutation(() => ReviveOrganisationPayload, {
    description: "Takes a merger or closing back. For the network's managers.",
  })
  reviveOrganisation(
    @Arg("input", () => ReviveOrganisationInput, { description: "Which." })
    input: ReviveOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<ReviveOrganisationPayload> {
    return answer(ReviveOrganisationPayload, async () => ({
      organisation: await reviveOrganisation(ctx, input),
    }));
  }
}
