import type { Key } from "./connection.ts";
import type { Context } from "./context.ts";
import { defineLoader, type Loader } from "./loaders.ts";

/** One page of the list that hangs on `parentId`; `limit` as a connection asks, one more row is read. */
export interface ChildPage<Filter> {
  parentId: string;
  limit: number;
  after: Key | null;
  filter: Filter;
}

/** The same page of several parents: what one statement reads. */
export interface ChildPages<Filter> extends Omit<ChildPage<Filter>, "parentId"> {
  parentIds: readonly string[];
}

/**
 * Pages of a list that hangs on many parents, such as the members of each group of a list: one statement for
 * all parents that are asked for the same page, whatever their number. `read` gives rows in the list's order.
 */
export function definePages<Row extends { parentId: string }, Filter>(
  read: (ctx: Context, pages: ChildPages<Filter>) => Promise<Row[]>,
): Loader<ChildPage<Filter>, Row[]> {
  return defineLoader(
    async (ctx, keys) => {
      const rows = new Map<ChildPage<Filter>, Row[]>();
      for (const alike of Map.groupBy(keys, samePage).values()) {
        const [{ limit, after, filter }] = alike as [ChildPage<Filter>];
        const parentIds = alike.map((key) => key.parentId);
        const found = await read(ctx, { parentIds, limit, after, filter });
        const byParent = Map.groupBy(found, (row) => row.parentId);
        for (const key of alike) rows.set(key, byParent.get(key.parentId) ?? []);
      }
      return keys.map((key) => rows.get(key) ?? []);
    },
    { cacheKey: (key) => `${key.parentId} ${samePage(key)}` },
  );
}

const samePage = ({ limit, after, filter }: ChildPage<unknown>) =>
  JSON.stringify([limit, after, filter]);
