import type { ClassType } from "type-graphql";
import type { Entry } from "./entities.ts";
import type { Following } from "./follower.ts";
import { controlUpdates, type LiveUpdate } from "./updates.ts";

/** How one fact is shown to the followers of a channel. */
export interface Projection {
  readonly update: ClassType<LiveUpdate>;
  readonly project: (entry: Entry) => LiveUpdate | null;
  /** Entries with the same key stand for each other: only the last one is told. */
  readonly coalesce?: (entry: Entry) => string | null;
}

/** Facts by name. What has no row here is shown to nobody. */
export type Projections = Readonly<Record<string, Projection>>;

/** A projection whose update carries the entry and reads its fields when they are asked for. */
export function showEntry<Update extends LiveUpdate & { entry: Entry }>(
  update: ClassType<Update>,
): Projection {
  return { update, project: (entry) => Object.assign(new update(), { entry }) };
}

/** The members of a live union: one for each kind of update, and the control members. */
export function updateTypes(projections: Projections): ClassType<LiveUpdate>[] {
  return [...new Set(Object.values(projections).map(({ update }) => update)), ...controlUpdates];
}

/** What a follower needs to show these facts. */
export function projecting(projections: Projections): Pick<Following, "project" | "coalesce"> {
  return {
    project: (entry) => projections[entry.name]?.project(entry) ?? null,
    coalesce: (entry) => projections[entry.name]?.coalesce?.(entry) ?? null,
  };
}
