import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
  type ClassType,
} from "type-graphql";
import type { Context } from "../../house/context.ts";
import { answer } from "../../house/refusal.ts";
import { Locale, TimeZone } from "../../platform/graphql/scalars.ts";
import { updateProfile, type ProfileChange } from "./commands/updateProfile.ts";
import type { PersonRow } from "./entities.ts";
import { clinicalFields, type ClinicalField } from "./fields.ts";
import { postsOf } from "./loaders.ts";
import { careerStages, type CareerStage, type ProfileField } from "./profileFields.ts";
import { presentPhoto } from "./photos.ts";
import { getViewer, isToldTo, presentPost, type SharesGroup } from "./queries.ts";
import { Person, Photo, Post } from "./types/person.ts";
import { UpdateProfileInput, UpdateProfilePayload } from "./types/profile.ts";
import { Viewer } from "./types/viewer.ts";

/** What of a person has an audience: the same rule for each field, wherever the person was met. */
export function personResolver(sharesGroup: SharesGroup): ClassType {
  /** What the row says for whom it is told; else `nothing`. Where there is nothing to tell, nobody is asked for. */
  async function told<T>(
    ctx: Context,
    { row }: Person,
    {
      field,
      value,
      nothing,
    }: { field: ProfileField; value: (row: PersonRow) => T | null | undefined; nothing: T },
  ): Promise<T> {
    const said = value(row);
    if (said === null || said === undefined || (Array.isArray(said) && said.length === 0))
      return nothing;
    return (await isToldTo(ctx, { row, field, sharesGroup })) ? said : nothing;
  }
  const text = (
    ctx: Context,
    person: Person,
    field: ProfileField,
    value: (row: PersonRow) => string | null | undefined,
  ) => told<string | null>(ctx, person, { field, value, nothing: null });
  const languages = (ctx: Context, person: Person, value: (row: PersonRow) => string[]) =>
    told(ctx, person, { field: "LANGUAGES", value, nothing: [] });

  @Resolver(() => Person)
  class PersonResolver {
    @FieldResolver(() => Boolean, { description: "Whether this is who asks." })
    isViewer(@Root() person: Person, @Ctx() ctx: Context): boolean {
      return person.key === ctx.viewer?.personId;
    }

    @FieldResolver(() => String, { nullable: true, description: "How the name is said." })
    pronunciation(@Root() person: Person, @Ctx() ctx: Context): Promise<string | null> {
      return text(ctx, person, "PRONUNCIATION", (row) => row.pronunciation);
    }

    @FieldResolver(() => clinicalFields, {
      nullable: true,
      description: "What the person works in.",
    })
    field(@Root() person: Person, @Ctx() ctx: Context): Promise<ClinicalField | null> {
      return told(ctx, person, { field: "FIELD", value: (row) => row.field, nothing: null });
    }

    @FieldResolver(() => careerStages, {
      nullable: true,
      description: "How far the person is on their way.",
    })
    careerStage(@Root() person: Person, @Ctx() ctx: Context): Promise<CareerStage | null> {
      const value = (row: PersonRow) => row.careerStage;
      return told(ctx, person, { field: "CAREER_STAGE", value, nothing: null });
    }

    @FieldResolver(() => [Post], {
      description: "The person's posts: present ones first, then the latest; at most 30.",
    })
    async posts(@Root() person: Person, @Ctx() ctx: Context): Promise<Post[]> {
      const { row } = person;
      if (!(await isToldTo(ctx, { row, field: "POSTS", sharesGroup }))) return [];
      return (await ctx.load(postsOf, person.key)).map(presentPost);
    }

    @FieldResolver(() => TimeZone, { nullable: true, description: "Where the person's day is." })
    timeZone(@Root() person: Person, @Ctx() ctx: Context): Promise<string | null> {
      return text(ctx, person, "TIME_ZONE", (row) => row.timeZone);
    }

    @FieldResolver(() => [Locale], {
      description: "Languages that the person both reads and writes, the preferred first.",
    })
    languages(@Root() person: Person, @Ctx() ctx: Context): Promise<string[]> {
      return languages(ctx, person, (row) => row.languages);
    }

    @FieldResolver(() => [Locale], {
      description: "All languages that the person reads, the preferred first.",
    })
    readingLanguages(@Root() person: Person, @Ctx() ctx: Context): Promise<string[]> {
      return languages(ctx, person, (row) => [...row.languages, ...row.alsoReads]);
    }

    @FieldResolver(() => [Locale], {
      description: "All languages that the person writes, the preferred first.",
    })
    writingLanguages(@Root() person: Person, @Ctx() ctx: Context): Promise<string[]> {
      return languages(ctx, person, (row) => [...row.languages, ...row.alsoWrites]);
    }

    @FieldResolver(() => [String], { description: "What the person wants to talk about." })
    interests(@Root() person: Person, @Ctx() ctx: Context): Promise<string[]> {
      return told(ctx, person, { field: "INTERESTS", value: (row) => row.interests, nothing: [] });
    }

    @FieldResolver(() => String, {
      nullable: true,
      description: "What others can ask the person for.",
    })
    canHelpWith(@Root() person: Person, @Ctx() ctx: Context): Promise<string | null> {
      return text(ctx, person, "CAN_HELP_WITH", (row) => row.canHelpWith);
    }

    @FieldResolver(() => String, {
      nullable: true,
      description: "What the person wants others to know.",
    })
    about(@Root() person: Person, @Ctx() ctx: Context): Promise<string | null> {
      return text(ctx, person, "ABOUT", (row) => row.about);
    }

    @FieldResolver(() => Photo, { nullable: true, description: "The person's picture." })
    async photo(@Root() person: Person, @Ctx() ctx: Context): Promise<Photo | null> {
      const hash = await text(ctx, person, "PHOTO", (row) => row.photo);
      return hash === null ? null : presentPhoto(hash);
    }
  }
  return PersonResolver;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: "Who is signed in; null for a stranger." })
  async viewer(@Ctx() ctx: Context): Promise<Viewer | null> {
    return ctx.viewer ? getViewer(ctx) : null;
  }
}

/** updateProfile, with what the higher rooms do when a profile changes. */
export function profileResolver(changes: readonly ProfileChange[]): ClassType {
  @Resolver()
  class ProfileResolver {
    @Mutation(() => UpdateProfilePayload, { description: "Changes what you tell of yourself." })
    updateProfile(
      @Arg("input", () => UpdateProfileInput, { description: "What is to change." })
      input: UpdateProfileInput,
      @Ctx() ctx: Context,
    ): Promise<UpdateProfilePayload> {
      return answer(UpdateProfilePayload, async () => ({
        person: await updateProfile(ctx, { input, changes }),
      }));
    }
  }
  return ProfileResolver;
}
