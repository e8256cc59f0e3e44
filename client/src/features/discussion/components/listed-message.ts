import type { ThreadPageQuery } from "../../../generated/graphql.ts";

type PageThread = Extract<NonNullable<ThreadPageQuery["thread"]>, { __typename: "Thread" }>;

/** A message as the list has it: what arranging needs, and what `MessageItem` reads for itself. */
export type ListedMessage = PageThread["messages"]["nodes"][number];
