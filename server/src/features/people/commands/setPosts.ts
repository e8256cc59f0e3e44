import { v7 as uuid } from "uuid";
import { refused, Refused } from "../../../house/refusal.ts";
import { cleanLine } from "../../../house/text.ts";
import type { Transaction } from "../../../live/write.ts";
import { readGlobalId } from "../../../platform/graphql/ids.ts";
import { PostSchema } from "../entities.ts";
import type { PostInput } from "../types/profile.ts";

const MOST = 30;
/** It is tomorrow somewhere. */
const AHEAD_MS = 14 * 3_600_000;

/** Makes a person's posts these: those that are named are changed, others go. */
export async function setPosts(
  { em, at }: Transaction,
  { personId, posts }: { personId: string; posts: PostInput[] },
): Promise<void> {
  if (posts.length > MOST)
    throw refused("INVALID_INPUT", `At most ${MOST} posts can be kept.`, ["posts"]);
  const today = new Date(at.getTime() + AHEAD_MS).toISOString().slice(0, 10);
  const before = new Map(
    (await em.find(PostSchema, { personId })).map((post) => [post.id, post] as const),
  );
  for (const [index, input] of posts.entries()) {
    const field = (name: string) => ["posts", String(index), name];
    const value = valueOf(input, { today, field });
    if (!input.id) {
      em.create(PostSchema, { id: uuid(), personId, ...value, createdAt: at });
      continue;
    }
    const id = readGlobalId(input.id);
    const post = id?.type === "Post" ? before.get(id.uuid) : undefined;
    if (!id || !post)
      throw refused("INVALID_INPUT", "This post is not one of yours any more.", field("id"));
    before.delete(id.uuid);
    Object.assign(post, value);
  }
  for (const gone of before.values()) em.remove(gone);
}

function valueOf(
  { title, employer, startsOn, endsOn = null }: PostInput,
  { today, field }: { today: string; field: (name: string) => string[] },
) {
  if (startsOn > today)
    throw refused("INVALID_INPUT", "A post begins today at the latest.", field("startsOn"));
  if (endsOn && endsOn > today)
    throw refused(
      "INVALID_INPUT",
      "A post ends today at the latest: leave its end out while it lasts.",
      field("endsOn"),
    );
  if (endsOn && endsOn < startsOn)
    throw refused("INVALID_INPUT", "A post ends after it begins.", field("endsOn"));
  return {
    title: lineOf(title, { field: field("title"), max: 120 }),
    employer: lineOf(employer, { field: field("employer"), max: 200 }),
    startsOn,
    endsOn,
  };
}

const lineOf = (text: string, { field, max }: { field: string[]; max: number }): string => {
  try {
    return cleanLine(text, { field: field.at(-1)!, max });
  } catch (error) {
    // The path of the input, not only its last name.
    if (error instanceof Refused) error.refusal.field = field;
    throw error;
  }
};
