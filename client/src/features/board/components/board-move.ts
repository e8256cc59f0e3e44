import type { ApolloCache } from "@apollo/client";
import { graphql } from "../../../generated/gql.ts";
import type { BoardMoveFragment, GroupState } from "../../../generated/graphql.ts";

const BoardMoveDocument = graphql(`
  fragment BoardMove on Group {
    id
    name
    state
    nextStates
  }
`);

export type Movable = Pick<BoardMoveFragment, "id" | "name" | "state" | "nextStates">;

/** The chosen groups as they are now; without those that are gone meanwhile. */
export const chosenIn = (cache: ApolloCache, ids: readonly string[]): Movable[] =>
  ids.flatMap((id) => {
    const group = cache.readFragment({ id: `Group:${id}`, fragment: BoardMoveDocument });
    return group ? [group] : [];
  });

/** Which of them can take a step, and which stay as they are: each says itself to where it may be moved. */
export function preview(groups: readonly Movable[], to: GroupState) {
  const moving = groups.filter(({ nextStates }) => nextStates.includes(to));
  const staying = groups.filter(({ nextStates }) => !nextStates.includes(to));
  return { moving, staying };
}
