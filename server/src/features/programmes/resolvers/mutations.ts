import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { addWave } from "../commands/addWave.ts";
import { createProgramme } from "../commands/createProgramme.ts";
import { dateRelation } from "../commands/dateRelation.ts";
import { editProgramme } from "../commands/editProgramme.ts";
import { editWave } from "../commands/editWave.ts";
import { placeGroup } from "../commands/placeGroup.ts";
import { relateOrganisation } from "../commands/relateOrganisation.ts";
import { removeRelation } from "../commands/removeRelation.ts";
import { removeWave } from "../commands/removeWave.ts";
import {
  AddWaveInput,
  AddWavePayload,
  CreateProgrammeInput,
  CreateProgrammePayload,
  DateRelationInput,
  DateRelationPayload,
  EditProgrammeInput,
  EditProgrammePayload,
  EditWaveInput,
  EditWavePayload,
  PlaceGroupInput,
  PlaceGroupPayload,
  RelateOrganisationInput,
  RelateOrganisationPayload,
  RemoveRelationInput,
  RemoveRelationPayload,
  RemoveWaveInput,
  RemoveWavePayload,
} from "../types/inputs.ts";

@Resolver()
export class ProgrammeMutations {
  @Mutation(() => CreateProgrammePayload, {
    description: "Makes a programme. For the network's managers.",
  })
  createProgramme(
    @Arg("input", () => CreateProgrammeInput, { description: "What it is called." })
    input: CreateProgrammeInput,
    @Ctx() ctx: Context,
  ): Promise<CreateProgrammePayload> {
    return answer(CreateProgrammePayload, async () => ({
      programme: await createProgramme(ctx, input),
    }));
  }

  @Mutation(() => EditProgrammePayload, {
    description: "Changes what a programme says of itself. For the network's managers.",
  })
  editProgramme(
    @Arg("input", () => EditProgrammeInput, { description: "What is to change." })
    input: EditProgrammeInput,
    @Ctx() ctx: Context,
  ): Promise<EditProgrammePayload> {
    return answer(EditProgrammePayload, async () => ({
      programme: await editProgramme(ctx, input),
    }));
  }

  @Mutation(() => AddWavePayload, {
    description: "Adds a run of a programme. For the network's managers.",
  })
  addWave(
    @Arg("input", () => AddWaveInput, { description: "What it is called." }) input: AddWaveInput,
    @Ctx() ctx: Context,
  ): Promise<AddWavePayload> {
    return answer(AddWavePayload, async () => ({ wave: await addWave(ctx, input) }));
  }

  @Mutation(() => EditWavePayload, {
    description: "Changes what a wave says of itself. For the network's managers.",
  })
  editWave(
    @Arg("input", () => EditWaveInput, { description: "What is to change." }) input: EditWaveInput,
    @Ctx() ctx: Context,
  ): Promise<EditWavePayload> {
    return answer(EditWavePayload, async () => ({ wave: await editWave(ctx, input) }));
  }

  @Mutation(() => RemoveWavePayload, {
    description: "Takes away a wave that no group belongs to. For the network's managers.",
  })
  removeWave(
    @Arg("input", () => RemoveWaveInput, { description: "Which." }) input: RemoveWaveInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveWavePayload> {
    return answer(RemoveWavePayload, async () => ({ programme: await removeWave(ctx, input) }));
  }

  @Mutation(() => RelateOrganisationPayload, {
    description:
      "Says that an organisation funds, hosts or partners a programme. For the network's managers.",
  })
  relateOrganisation(
    @Arg("input", () => RelateOrganisationInput, { description: "Which, and how." })
    input: RelateOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<RelateOrganisationPayload> {
    return answer(RelateOrganisationPayload, async () => ({
      relation: await relateOrganisation(ctx, input),
    }));
  }

  @Mutation(() => DateRelationPayload, {
    description: "Changes the days of a relation; a last day ends it. For the network's managers.",
  })
  dateRelation(
    @Arg("input", () => DateRelationInput, { description: "Which, and the days." })
    input: DateRelationInput,
    @Ctx() ctx: Context,
  ): Promise<DateRelationPayload> {
    return answer(DateRelationPayload, async () => ({ relation: await dateRelation(ctx, input) }));
  }

  @Mutation(() => RemoveRelationPayload, {
    description: "Takes away a relation that never was. For the network's managers.",
  })
  removeRelation(
    @Arg("input", () => RemoveRelationInput, { description: "Which." }) input: RemoveRelationInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveRelationPayload> {
    return answer(RemoveRelationPayload, async () => ({
      programme: await removeRelation(ctx, input),
    }));
  }

  @Mutation(() => PlaceGroupPayload, {
    description: "Says which programme and wave a group belongs to. For the network's managers.",
  })
  placeGroup(
    @Arg("input", () => PlaceGroupInput, { description: "Which, and where." })
    input: PlaceGroupInput,
    @Ctx() ctx: Context,
  ): Promise<PlaceGroupPayload> {
    return answer(PlaceGroupPayload, async () => ({ group: await placeGroup(ctx, input) }));
  }
}
