/** What arranging needs to know of a message. */
export interface Listed {
  readonly seq: number;
  readonly createdAt: string;
  readonly withdrawnAt?: string | null | undefined;
  readonly author: { readonly id: string };
}

export interface Row<Message> {
  readonly message: Message;
  /** Set on the first message of a day, in the reader's zone: that message's instant. */
  readonly day: string | null;
  /** Set on the first message that was unread when the page was opened. */
  readonly startsNew: boolean;
  /** Follows one of the same author closely enough to be read with it. */
  readonly more: boolean;
}

const TOGETHER_MS = 5 * 60_000;

/** Messages as a read page: days, the line above what is new, and one name for what was written together. */
export function arrange<Message extends Listed>(
  messages: readonly Message[],
  newFrom: number | null,
): Row<Message>[] {
  let before: Message | null = null;
  return messages.map((message) => {
    const last = before;
    before = message;
    const day = !last || dayOf(last.createdAt) !== dayOf(message.createdAt);
    const startsNew =
      newFrom !== null && message.seq >= newFrom && (last === null || last.seq < newFrom);
    const more = follows(last, message.author.id, Date.parse(message.createdAt));
    return {
      message,
      day: day ? message.createdAt : null,
      startsNew,
      more: more && message.withdrawnAt == null && !day && !startsNew,
    };
  });
}

/** What this author wrote at that time is read with the last message: the name is not said again. */
export function follows(last: Listed | null | undefined, authorId: string, at: number): boolean {
  return (
    last?.author.id === authorId &&
    last.withdrawnAt == null &&
    at - Date.parse(last.createdAt) < TOGETHER_MS
  );
}

/** The reader's calendar day of an instant, as something to compare. */
function dayOf(instant: string): string {
  return new Date(instant).toDateString();
}
