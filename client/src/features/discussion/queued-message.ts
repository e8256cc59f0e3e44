/** What a message carries while it waits to be sent. */
export interface QueuedMessage {
  readonly threadId: string;
  readonly body: string;
  readonly quoteId: string | null;
}
