import { Arg, createUnionType } from "type-graphql";
import { updateTypes, viewOf, type Projections } from "../live/projection.ts";
import type { LiveUpdate } from "../live/updates.ts";
import { notFound } from "../platform/graphql/errors.ts";
import { Cursor } from "../platform/graphql/scalars.ts";
import type { Context } from "./context.ts";

/** The answers of a live field: one member for each kind of update, and the control members. */
export function liveUnion(name: string, description: string, projections: Projections): object {
  return createUnionType({
    name,
    description: `${description} Pass over members that you do not know: more will come.`,
    types: () => updateTypes(projections),
    resolveType: (value: object) => value.constructor.name,
  });
}

/** The argument `after` of a live field. */
export const AfterArg = () =>
  Arg("after", () => Cursor, {
    nullable: true,
    description: "The cursor to go on from; from now when left out.",
  });

/** What a live field follows, once its policy has said yes. */
export interface Followed {
  channelId: string;
  projections: Projections;
  /** Only what belongs to this thread. */
  label?: string;
  after?: string | null;
  /** False for a person's own channel, which has no memberships. */
  spans?: boolean;
  /** Asked before an update is told, where spans do not decide. What it loads, it loads anew each time. */
  admit?: Parameters<Context["live"]["follow"]>[1]["admit"];
}

/** The stream of a live field's `subscribe`. Throws NOT_FOUND when there is no such channel. */
export async function followChannel(
  ctx: Context,
  { channelId, projections, label, after, spans = true, admit }: Followed,
): Promise<AsyncIterableIterator<LiveUpdate>> {
  const updates = await ctx.live.follow(channelId, {
    personId: ctx.personId,
    view: viewOf(projections),
    label,
    after,
    spans,
    admit,
  });
  if (!updates) throw notFound();
  return updates;
}
