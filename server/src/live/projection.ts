import type { ClassType } from "type-graphql";
import type { Entry } from "./entities.ts";
import type { View } from "./course.ts";
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

const views = new WeakMap<Projections, View>();
let count = 0;

/** How followers are shown these facts: one view for each table, since those with the same go in step. */
export function viewOf(projections: Projections): View {
  let view = views.get(projections);
  if (!view) {
    count += 1;
    view = {
      name: String(count),
      project: (entry) => projections[entry.name]?.project(entry) ?? null,
      coalesce: (entry) => projections[entry.name]?.coalesce?.(entry) ?? null,
    };
    views.set(projections, view);
  }
  return view;
}
