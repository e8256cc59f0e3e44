import { defineFact } from "../../live/fact.ts";

interface Mention {
  messageId: string;
  threadId: string;
  groupId: string;
}

// In the channel of the person who is mentioned.
export const mentioned = defineFact<Mention>("Mentioned");
export const mentionChanged = defineFact<Mention>("MentionChanged");
