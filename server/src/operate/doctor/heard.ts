/** One answer of the probe's live field. */
export interface Heard {
  at: number;
  kind: string;
  seq: number;
  prev: number;
  cursor: string;
  /** Of a message. */
  body: string | null;
}

/** One follower of the probe's thread, over a socket or an event stream. */
export interface Following {
  readonly heard: readonly Heard[];
  /** null while it is open. */
  readonly ended: { at: number; code: number | null } | null;
  /** Resolves when `Live` was told; rejects with a sentence when the way is not open. */
  readonly live: Promise<void>;
  leave(): void;
}

export const liveField = `subscription($threadId: ID!, $after: Cursor) {
  threadUpdates(threadId: $threadId, after: $after) {
    __typename ... on LiveUpdate { cursor seq prev } ... on MessageSent { message { body } } } }`;

interface Payload {
  data?: { threadUpdates?: Update } | null;
  errors?: { message: string }[];
}

interface Update {
  __typename: string;
  seq: number;
  prev: number;
  cursor: string;
  message?: { body: string };
}

/** Reads one answer; throws what the server said instead. */
export function readHeard(payload: unknown): Heard {
  const { data, errors } = payload as Payload;
  const update = data?.threadUpdates;
  if (!update) throw new Error(errors?.[0]?.message ?? "an answer without data");
  const { __typename: kind, seq, prev, cursor, message } = update;
  return { at: performance.now(), kind, seq, prev, cursor, body: message?.body ?? null };
}

/**
 * What is wrong with what one follower heard, in sentences: each message that was acknowledged has to come once, in the
 * order of the acknowledgements, and each answer has to follow on the one before.
 */
export function judge(heard: readonly Heard[], sent: readonly string[]): string[] {
  const faults: string[] = [];
  const bodies = heard.flatMap(({ body }) => (body === null ? [] : [body]));
  const lost = sent.filter((body) => !bodies.includes(body));
  if (lost.length > 0) faults.push(`${lost.length} of ${sent.length} messages did not come`);
  const doubled = bodies.length - new Set(bodies).size;
  if (doubled > 0) faults.push(`${doubled} messages came twice`);
  const foreign = bodies.filter((body) => !sent.includes(body)).length;
  if (foreign > 0) faults.push(`${foreign} messages came that nobody sent`);
  const wanted = sent.filter((body) => bodies.includes(body));
  const came = [...new Set(bodies)].filter((body) => sent.includes(body));
  if (wanted.some((body, i) => body !== came[i])) faults.push("the messages came in another order");
  const holes = heard.filter(({ prev }, i) => i > 0 && prev > (heard[i - 1]?.seq ?? 0)).length;
  if (holes > 0) faults.push(`${holes} answers did not follow on the one before`);
  return faults;
}

/** Waits until the follower has heard so many messages, or the time is over. */
export async function untilHeard(
  following: Following,
  count: number,
  withinMs: number,
): Promise<void> {
  const until = performance.now() + withinMs;
  const messages = () => following.heard.filter(({ body }) => body !== null).length;
  while (messages() < count && performance.now() < until && !following.ended) await pause(10);
}

export async function untilEnded(following: Following, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (!following.ended && performance.now() < until) await pause(10);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
