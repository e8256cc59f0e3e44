import type { ApolloClient } from "@apollo/client";
import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import { t } from "@lingui/core/macro";
import { graphql } from "../../../generated/gql.ts";
import { createBrowserOutbox } from "../../../platform/outbox/browser-outbox.ts";
import type { Outbox, Outcome, Queued } from "../../../platform/outbox/core/outbox.ts";
import { isSignedIn, onSessionChange } from "../../../platform/session/session.ts";
import type { QueuedMessage } from "../queued-message.ts";
import { applyMessageSent } from "../live/apply.ts";

const SendMessage = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      cursor
      message {
        ...LiveMessage
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const GIVES_UP = 30_000;
/** The same request would be refused again. Anything else may pass, and the text is not given up for it. */
const final = new Set([
  "NOT_FOUND",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "QUERY_TOO_COMPLEX",
  "GRAPHQL_VALIDATION_FAILED",
]);

/** Sends one row and says what became of it; an acknowledged message is on the screen before its row goes. */
export async function sendQueued(
  client: ApolloClient,
  { clientKey, payload }: Queued<QueuedMessage>,
): Promise<Outcome> {
  const { threadId, body, quoteId } = payload;
  try {
    const { data } = await client.mutate({
      mutation: SendMessage,
      variables: { input: { threadId, body, quoteId, clientKey } },
      fetchPolicy: "no-cache",
      context: { fetchOptions: { signal: AbortSignal.timeout(GIVES_UP) } },
      update(cache, result) {
        const message = result.data?.sendMessage.message;
        if (message) applyMessageSent(cache, threadId, message);
      },
    });
    const answer = data?.sendMessage;
    const error = answer?.errors[0];
    if (error) return { kind: "refused", refusal: { code: error.code, message: error.message } };
    return answer?.message ? { kind: "acknowledged" } : { kind: "unreachable" };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): Outcome {
  if (ServerError.is(error)) {
    const seconds = Number(error.response.headers.get("retry-after"));
    const wait = Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds * 1000 } : {};
    if (error.statusCode >= 500 || error.statusCode === 429 || error.statusCode === 401) {
      return { kind: "unreachable", ...wait };
    }
    return refused("BAD_REQUEST");
  }
  if (CombinedGraphQLErrors.is(error)) {
    const { code, retryAfter } = error.errors[0]?.extensions ?? {};
    if (typeof code === "string" && final.has(code)) return refused(code);
    if (typeof retryAfter === "number") {
      return { kind: "unreachable", retryAfter: retryAfter * 1000 };
    }
  }
  return { kind: "unreachable" };
}

function refused(code: string): Outcome {
  const message =
    code === "NOT_FOUND"
      ? t`The thread is gone, or you can no longer write in it.`
      : t`The server could not take this message.`;
  return { kind: "refused", refusal: { code, message } };
}

let current: { personId: string; outbox: Outbox<QueuedMessage> } | null = null;

/** The outbox of the person who is signed in: one for the tab, made when it is first asked for. */
export function outboxOf(client: ApolloClient, personId: string): Outbox<QueuedMessage> {
  if (current?.personId === personId) return current.outbox;
  current?.outbox.close();
  const outbox = createBrowserOutbox<QueuedMessage>(personId, (row) => sendQueued(client, row));
  current = { personId, outbox };
  return outbox;
}

// The session ended: nothing more is sent in that person's name from this tab. What is kept waits for them.
onSessionChange(() => {
  if (isSignedIn() !== false) return;
  current?.outbox.close();
  current = null;
});
