import { defineFact } from "../../live/fact.ts";

/** In the channel of the person who is mentioned. */
export const mentioned = defineFact<{ messageId: string; threadId: string; groupId: string }>(
  "Mentioned",
);
