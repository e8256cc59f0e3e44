import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { ForwardArgs, type Page } from "../../../house/connection.ts";
import type { Context } from "../../../house/context.ts";
import { answer } from "../../../house/refusal.ts";
import { Membership, MembershipConnection } from "../../networks/public.ts";
import { getPerson, Person } from "../../people/public.ts";
import { agreeToCompact } from "../commands/agreeToCompact.ts";
import { writeCompact } from "../commands/writeCompact.ts";
import {
  findAgreedVersion,
  findCompact,
  listCompactVersions,
  listNotAgreed,
} from "../queries/compact.ts";
import {
  AgreeToCompactInput,
  AgreeToCompactPayload,
  CompactVersion,
  WriteCompactInput,
  WriteCompactPayload,
} from "../types/compact.ts";
import { Group } from "../types/group.ts";
import { InvitationPreview } from "../types/invitation.ts";

@Resolver(() => Group)
export class GroupCompactFields {
  @FieldResolver(() => CompactVersion, {
    nullable: true,
    description:
      "What its members have agreed on: for them, who leads it, and whoever may join or apply. Null while nothing is written.",
  })
  compact(@Root() group: Group, @Ctx() ctx: Context): Promise<CompactVersion | null> {
    return findCompact(ctx, { groupId: group.key });
  }

  @FieldResolver(() => [CompactVersion], {
    description:
      "Every version of its compact, the newest first; none for those who may not SEE_MEMBERS.",
  })
  compactVersions(@Root() group: Group, @Ctx() ctx: Context): Promise<CompactVersion[]> {
    return listCompactVersions(ctx, group);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The newest version that the viewer has agreed to; null for none.",
  })
  viewerCompactVersion(@Root() group: Group, @Ctx() ctx: Context): Promise<number | null> {
    return findAgreedVersion(ctx, { groupId: group.key, personId: ctx.personId });
  }

  @FieldResolver(() => MembershipConnection, {
    description:
      "The members who have not agreed to the compact as it is now, the longest there first; empty for those who may not EDIT.",
  })
  membersNotAgreed(
    @Root() group: Group,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<Membership>> {
    return listNotAgreed(ctx, { group, args });
  }
}

@Resolver(() => Membership)
export class MembershipCompactFields {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The newest version of the group's compact that the person has agreed to; null for none.",
  })
  compactVersion(@Root() membership: Membership, @Ctx() ctx: Context): Promise<number | null> {
    return findAgreedVersion(ctx, membership);
  }
}

@Resolver(() => InvitationPreview)
export class InvitationCompactFields {
  @FieldResolver(() => CompactVersion, {
    nullable: true,
    description: "What the group's members have agreed on, while the invitation is good.",
  })
  compact(
    @Root() { groupId, state }: InvitationPreview,
    @Ctx() ctx: Context,
  ): Promise<CompactVersion | null> {
    return state === "PENDING"
      ? findCompact(ctx, { groupId, invited: true })
      : Promise.resolve(null);
  }
}

@Resolver(() => CompactVersion)
export class CompactVersionFields {
  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who wrote it; null for those who may not SEE_MEMBERS.",
  })
  async writtenBy(
    @Root() { writerId }: CompactVersion,
    @Ctx() ctx: Context,
  ): Promise<Person | null> {
    return writerId ? getPerson(ctx, writerId) : null;
  }
}

@Resolver()
export class CompactMutations {
  @Mutation(() => WriteCompactPayload, {
    description:
      "Writes a new version of what a group agrees on; its members are asked to agree again. For its coordinators and managers.",
  })
  writeCompact(
    @Arg("input", () => WriteCompactInput, { description: "The text." }) input: WriteCompactInput,
    @Ctx() ctx: Context,
  ): Promise<WriteCompactPayload> {
    return answer(WriteCompactPayload, async () => ({ group: await writeCompact(ctx, input) }));
  }

  @Mutation(() => AgreeToCompactPayload, {
    description: "Agrees to what the group has agreed on. For its members.",
  })
  agreeToCompact(
    @Arg("input", () => AgreeToCompactInput, { description: "What you agree to." })
    input: AgreeToCompactInput,
    @Ctx() ctx: Context,
  ): Promise<AgreeToCompactPayload> {
    return answer(AgreeToCompactPayload, async () => ({ group: await agreeToCompact(ctx, input) }));
  }
}
