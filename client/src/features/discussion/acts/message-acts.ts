import type { ApolloCache, ApolloClient } from "@apollo/client";
import { t } from "@lingui/core/macro";
import { graphql } from "../../../generated/gql.ts";
import { runCommand } from "../../../platform/apollo/use-command.ts";
import { say } from "../../../ui/toast-list.ts";
import { applyMessageChanged, applyThreadChanged } from "../live/apply.ts";

const ReactMutation = graphql(`
  mutation React($input: ReactInput!) {
    react(input: $input) {
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

const WithdrawMessage = graphql(`
  mutation WithdrawMessage($input: WithdrawMessageInput!) {
    withdrawMessage(input: $input) {
      undoUntil
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

const RestoreMessage = graphql(`
  mutation RestoreMessage($input: RestoreMessageInput!) {
    restoreMessage(input: $input) {
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

const PinMessage = graphql(`
  mutation PinMessage($input: PinMessageInput!) {
    pinMessage(input: $input) {
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

const AcceptAnswer = graphql(`
  mutation AcceptAnswer($input: AcceptAnswerInput!) {
    acceptAnswer(input: $input) {
      thread {
        ...LiveThread
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const UNDO_MS = 5000;

/** On which message of which thread. */
interface Aim {
  client: ApolloClient;
  threadId: string;
  messageId: string;
}

const changing =
  (threadId: string) =>
  (cache: ApolloCache, { message }: { message: unknown }): void => {
    if (message) applyMessageChanged(cache, threadId, message);
  };

/** Says what stood in the way; true when nothing did. */
function told(problems: readonly { message: string }[]): boolean {
  if (problems[0]) say(problems[0].message);
  return problems.length === 0;
}

/** Adds or takes back one's reaction. */
export async function react(
  { client, threadId, messageId }: Aim,
  emoji: string,
  on: boolean,
): Promise<void> {
  const update = changing(threadId);
  const command = { document: ReactMutation, name: "react", update, onlyUpdate: true } as const;
  told((await runCommand(client, command, { input: { messageId, emoji, on } })).problems);
}

async function restore({ client, threadId, messageId }: Aim): Promise<void> {
  const update = changing(threadId);
  const command = {
    document: RestoreMessage,
    name: "restoreMessage",
    update,
    onlyUpdate: true,
  } as const;
  told((await runCommand(client, command, { input: { messageId } })).problems);
}

/** Takes a message's text away, with a way back for as long as the server keeps one. */
export async function withdraw(aim: Aim): Promise<void> {
  const { client, threadId, messageId } = aim;
  const update = changing(threadId);
  const command = {
    document: WithdrawMessage,
    name: "withdrawMessage",
    update,
    onlyUpdate: true,
  } as const;
  if (!told((await runCommand(client, command, { input: { messageId } })).problems)) return;
  say(t`Message withdrawn.`, { label: t`Undo`, run: () => void restore(aim), ms: UNDO_MS });
}

export async function pin({ client, threadId, messageId }: Aim, on: boolean): Promise<void> {
  const update = changing(threadId);
  const command = { document: PinMessage, name: "pinMessage", update, onlyUpdate: true } as const;
  const { problems } = await runCommand(client, command, { input: { messageId, on } });
  if (told(problems)) say(on ? t`Pinned to the thread.` : t`No longer pinned.`);
}

/** Names the answer to a question; null takes that back. */
export async function accept(
  { client, threadId }: Pick<Aim, "client" | "threadId">,
  messageId: string | null,
): Promise<void> {
  const update = (cache: ApolloCache, { thread }: { thread: unknown }): void => {
    if (thread) applyThreadChanged(cache, thread);
  };
  const command = {
    document: AcceptAnswer,
    name: "acceptAnswer",
    update,
    onlyUpdate: true,
  } as const;
  told((await runCommand(client, command, { input: { threadId, messageId } })).problems);
}
